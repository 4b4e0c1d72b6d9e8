import { getTranslations } from "next-intl/server";
import { AppearanceSection } from "@/features/accounts/ui/appearance-section";
import { requireOwnAccount } from "../account-gate";
import { AccountHeading } from "../account-heading";

export async function generateMetadata() {
  const t = await getTranslations("profile.appearance");
  return { title: t("title") };
}

/** How the interface looks for the person, on all their devices. */
export default async function AppearancePage() {
  await requireOwnAccount("/account/appearance");
  const t = await getTranslations("profile.appearance");
  return (
    <>
      <AccountHeading title={t("title")} description={t("description")} />
      <AppearanceSection />
    </>
  );
}
