import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { caller } from "@/trpc/rsc";
import { ResetPassword } from "./reset-password";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  // The address holds a secret: it must not leave in a Referer header.
  return { title: t("reset.title"), referrer: "no-referrer" };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const procedures = await caller();
  const [link, { passwordMinimumLength }] = await Promise.all([
    procedures.users.describeReset({ token }).catch(() => null),
    procedures.settings.public(),
  ]);
  if (!link) {
    return (
      <>
        <AuthHeading title={t("linkInvalid.title")} description={t("reset.invalid")} />
        <Button asChild variant="outline" size="lg">
          <Link href="/forgot-password">{t("forgot.title")}</Link>
        </Button>
      </>
    );
  }
  return (
    <>
      <AuthHeading title={t("reset.title")} description={t("reset.description", link)} />
      <ResetPassword token={token} username={link.username} passwordMinimum={passwordMinimumLength} />
    </>
  );
}
