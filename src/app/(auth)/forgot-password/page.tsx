import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { ForgotPasswordForm } from "@/features/users/ui/forgot-password-form";
import { caller } from "@/trpc/rsc";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("forgot.title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth");
  const { mailIsOn } = await (await caller()).settings.public();
  return (
    <>
      <AuthHeading
        title={t("forgot.title")}
        description={t(mailIsOn ? "forgot.description" : "forgot.mailOff")}
      />
      {mailIsOn && <ForgotPasswordForm />}
      <p className="mt-6 text-center text-sm">
        <Link href="/sign-in" className="font-medium underline underline-offset-4">
          {t("awaiting.signIn")}
        </Link>
      </p>
    </>
  );
}
