import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { ConfirmEmailButton } from "@/features/users/ui/confirm-email-button";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  // The address holds a secret: it must not leave in a Referer header.
  return { title: t("confirmEmail.title"), referrer: "no-referrer" };
}

export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  return (
    <>
      <AuthHeading title={t("confirmEmail.title")} description={t("confirmEmail.description")} />
      <ConfirmEmailButton token={token} />
    </>
  );
}
