import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { ConfirmEmailButton } from "@/features/users/ui/confirm-email-button";
import { localPath } from "@/lib/local-path";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  // The address holds a secret: it must not leave in a Referer header.
  return { title: t("confirmEmail.title"), referrer: "no-referrer" };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export default async function ConfirmEmailPage({ params, searchParams }: Props) {
  const [{ token }, { next }] = await Promise.all([params, searchParams]);
  const t = await getTranslations("auth");
  return (
    <>
      <AuthHeading title={t("confirmEmail.title")} description={t("confirmEmail.description")} />
      <ConfirmEmailButton token={token} target={localPath(typeof next === "string" ? next : null, "/")} />
    </>
  );
}
