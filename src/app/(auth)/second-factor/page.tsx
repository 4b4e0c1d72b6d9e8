import { HydrationBoundary } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Enrolment } from "@/features/sessions/factors/ui/enrolment";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { localPath } from "@/lib/local-path";
import { headersContext } from "@/trpc/headers-context";
import { TrpcProvider } from "@/trpc/react";
import { caller, prefetcher } from "@/trpc/rsc";

export async function generateMetadata() {
  const t = await getTranslations("factors");
  return { title: t("enrolment.title") };
}

/** The only page for somebody who must have a second factor and has none. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null, "/");
  const { actor, enrolling } = await headersContext();
  if (!enrolling) redirect(actor ? target : "/sign-in");
  const t = await getTranslations("factors");
  const { instanceName: instance } = await (await caller()).settings.public();
  const read = await prefetcher();
  await read.factors.status.prefetch();
  return (
    <>
      <AuthHeading title={t("enrolment.title")} description={t("enrolment.description", { instance })} />
      <TrpcProvider>
        <HydrationBoundary state={read.dehydrate()}>
          <Enrolment target={target} />
        </HydrationBoundary>
      </TrpcProvider>
    </>
  );
}
