import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { localPath } from "@/lib/local-path";
import { headersContext } from "@/trpc/headers-context";
import { caller } from "@/trpc/rsc";
import { Register } from "./register";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("register.title") };
}

export default async function RegisterPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null, "/");
  if ((await headersContext()).actor) redirect(target);
  const [t, errors] = await Promise.all([getTranslations("auth"), getTranslations("errors")]);
  const {
    instanceName: instance,
    signUpPolicy,
    passwordMinimumLength,
  } = await (await caller()).settings.public();
  const description =
    signUpPolicy === "closed"
      ? errors("SIGN_UP_CLOSED")
      : signUpPolicy === "approval"
        ? t("register.descriptionApproval", { instance })
        : t("register.description", { instance });
  return (
    <>
      <AuthHeading title={t("register.title")} description={description} />
      {signUpPolicy !== "closed" && <Register target={target} passwordMinimum={passwordMinimumLength} />}
      <p className="mt-6 text-center text-muted-foreground text-sm">
        {t.rich("register.haveAccount", {
          link: (text) => (
            <Link
              href={target === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(target)}`}
              className="font-medium text-foreground underline underline-offset-4"
            >
              {text}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
