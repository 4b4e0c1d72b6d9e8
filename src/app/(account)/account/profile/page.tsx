import { getTranslations } from "next-intl/server";
import { EmailSection } from "@/features/accounts/ui/email-section";
import { LeaveSection } from "@/features/accounts/ui/leave-section";
import { ProfileSection } from "@/features/accounts/ui/profile-section";
import { caller } from "@/trpc/rsc";
import { requireOwnAccount } from "../account-gate";
import { AccountHeading } from "../account-heading";

export async function generateMetadata() {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

/** What others see of the person, how mail reaches them, and the ways out. */
export default async function ProfilePage() {
  await requireOwnAccount("/account/profile");
  const t = await getTranslations("profile");
  const procedures = await caller();
  const [profile, { mailIsOn }] = await Promise.all([
    procedures.account.profile(),
    procedures.settings.public(),
  ]);
  return (
    <>
      <AccountHeading title={t("title")} description={t("description")} />
      <ProfileSection initial={profile} />
      <EmailSection profile={profile} mailIsOn={mailIsOn} />
      <LeaveSection />
    </>
  );
}
