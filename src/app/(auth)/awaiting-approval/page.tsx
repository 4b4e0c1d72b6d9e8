import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AuthHeading } from "@/features/users/ui/auth-heading";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("awaiting.title") };
}

export default async function AwaitingApprovalPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <AuthHeading title={t("awaiting.title")} description={t("awaiting.description")} />
      <Button asChild variant="outline" size="lg">
        <Link href="/sign-in">{t("awaiting.signIn")}</Link>
      </Button>
    </>
  );
}
