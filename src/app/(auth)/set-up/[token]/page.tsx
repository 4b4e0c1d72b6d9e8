import { getTranslations } from "next-intl/server";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { caller } from "@/trpc/rsc";
import { SetUp } from "./set-up";

export async function generateMetadata() {
  const t = await getTranslations("common");
  // The address holds a secret: it must not leave in a Referer header.
  return { title: t("appName"), referrer: "no-referrer" };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const procedures = await caller();
  const [link, { instanceName: instance, passwordMinimumLength }] = await Promise.all([
    procedures.users.describeLink({ token }).catch(() => null),
    procedures.settings.public(),
  ]);
  if (!link) {
    return <AuthHeading title={t("linkInvalid.title")} description={t("linkInvalid.description")} />;
  }
  const isFirst = link.purpose === "first_admin";
  return (
    <>
      <AuthHeading
        title={t(isFirst ? "setUp.firstAdminTitle" : "setUp.invitationTitle", { instance })}
        description={t(isFirst ? "setUp.firstAdminDescription" : "setUp.invitationDescription")}
      />
      <SetUp
        token={token}
        purpose={link.purpose}
        passwordMinimum={passwordMinimumLength}
        initial={{
          displayName: link.user?.displayName,
          username: link.user?.username,
          email: link.email ?? undefined,
        }}
      />
    </>
  );
}
