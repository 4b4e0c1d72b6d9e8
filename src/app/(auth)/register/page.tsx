import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { headersContext } from "@/trpc/headers-context";
import { caller } from "@/trpc/rsc";
import { Register } from "./register";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("register.title") };
}

export default async function RegisterPage() {
  if ((await headersContext()).actor) redirect("/");
  const [t, errors] = await Promise.all([getTranslations("auth"), getTranslations("errors")]);
  const { instanceName: instance, signUpPolicy } = await (await caller()).settings.public();
  const description =
    signUpPolicy === "closed"
      ? errors("SIGN_UP_CLOSED")
      : signUpPolicy === "approval"
        ? t("register.descriptionApproval", { instance })
        : t("register.description", { instance });
  return (
    <>
      <AuthHeading title={t("register.title")} description={description} />
      {signUpPolicy !== "closed" && <Register />}
      <p className="mt-6 text-center text-muted-foreground text-sm">
        {t.rich("register.haveAccount", {
          link: (text) => (
            <Link href="/sign-in" className="font-medium text-foreground underline underline-offset-4">
              {text}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
