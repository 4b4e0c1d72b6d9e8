import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { FactorsSection } from "@/features/sessions/factors/ui/factors-section";
import { IdentitySection } from "@/features/sessions/oidc/ui/identity-section";
import { PasskeysSection } from "@/features/sessions/passkeys/ui/passkeys-section";
import { AttemptList } from "@/features/sessions/ui/attempt-list";
import { FollowOwnSecurity } from "@/features/sessions/ui/follow-own-security";
import { PasswordSection } from "@/features/sessions/ui/password-section";
import { SessionList } from "@/features/sessions/ui/session-list";
import { providerRefusal } from "@/trpc/provider-refusal";
import { prefetcher } from "@/trpc/rsc";
import { requireOwnAccount } from "../account-gate";
import { AccountHeading } from "../account-heading";

export async function generateMetadata() {
  const t = await getTranslations("account");
  return { title: t("title") };
}

/** What somebody can do for the safety of their own account. */
export default async function SecurityPage({
  searchParams,
}: {
  searchParams: Promise<{ refused?: string | string[] }>;
}) {
  const { id } = await requireOwnAccount("/account/security");
  const t = await getTranslations("account");
  const read = await prefetcher();
  await Promise.all([
    read.sessions.list.prefetch(),
    read.sessions.attempts.prefetch(),
    read.factors.status.prefetch(),
    read.passkeys.list.prefetch(),
    read.sessions.proof.prefetch(),
    read.identity.get.prefetch(),
  ]);
  const refusal = (await searchParams).refused === undefined ? null : await providerRefusal();
  return (
    <HydrationBoundary state={read.dehydrate()}>
      <FollowOwnSecurity userId={id} />
      <AccountHeading title={t("title")} description={t("description")} />
      <SessionList />
      <PasswordSection />
      <FactorsSection />
      <PasskeysSection />
      <IdentitySection refusal={refusal} />
      <AttemptList />
    </HydrationBoundary>
  );
}
