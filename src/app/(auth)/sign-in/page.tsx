import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { localPath } from "@/lib/local-path";
import { headersContext } from "@/trpc/headers-context";
import { providerRefusal } from "@/trpc/provider-refusal";
import { caller } from "@/trpc/rsc";
import { SignIn } from "./sign-in";

export async function generateMetadata() {
  const t = await getTranslations("auth");
  return { title: t("signIn.title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Partial<Record<"next" | "refused" | "code", string | string[]>>>;
}) {
  const { next, refused, code } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null, "/");
  const { actor, enrolling } = await headersContext();
  if (enrolling) redirect(`/second-factor?next=${encodeURIComponent(target)}`);
  if (actor) redirect(target);
  const t = await getTranslations("auth");
  const { instanceName, signUpPolicy, providerName } = await (await caller()).settings.public();
  return (
    <>
      <AuthHeading
        title={t("signIn.title")}
        description={t("signIn.description", { instance: instanceName })}
      />
      <SignIn
        target={target}
        provider={providerName}
        refusal={refused === undefined ? null : await providerRefusal()}
        owed={code === "app" || code === "passkey" ? code : null}
      />
      <p className="mt-4 text-center text-sm">
        <Link
          href="/forgot-password"
          className="text-muted-foreground underline underline-offset-4 hover:text-foreground"
        >
          {t("forgot.link")}
        </Link>
      </p>
      {signUpPolicy !== "closed" && (
        <p className="mt-6 text-center text-muted-foreground text-sm">
          {t.rich("signIn.noAccount", {
            link: (text) => (
              <Link
                href={target === "/" ? "/register" : `/register?next=${encodeURIComponent(target)}`}
                className="font-medium text-foreground underline underline-offset-4"
              >
                {text}
              </Link>
            ),
          })}
        </p>
      )}
    </>
  );
}
