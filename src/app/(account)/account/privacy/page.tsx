import { getTranslations } from "next-intl/server";
import { PrivacySection } from "@/features/accounts/ui/privacy-section";
import { caller } from "@/trpc/rsc";
import { requireOwnAccount } from "../account-gate";
import { AccountHeading } from "../account-heading";

export async function generateMetadata() {
  const t = await getTranslations("profile.privacy");
  return { title: t("title") };
}

/** What others may know of the person while they use the chat. */
export default async function PrivacyPage() {
  await requireOwnAccount("/account/privacy");
  const [t, procedures] = await Promise.all([getTranslations("profile.privacy"), caller()]);
  return (
    <>
      <AccountHeading title={t("title")} description={t("description")} />
      <PrivacySection initial={await procedures.users.preferences()} />
    </>
  );
}
