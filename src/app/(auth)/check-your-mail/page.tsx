import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { AuthHeading } from "@/features/users/ui/auth-heading";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("checkMail.title") };
}

/** After registration, where addresses are verified. */
export default async function CheckYourMailPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <AuthHeading title={t("checkMail.title")} description={t("checkMail.description")} />
      <Button asChild variant="outline" size="lg">
        <Link href="/sign-in">{t("awaiting.signIn")}</Link>
      </Button>
    </>
  );
}
