import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { People } from "@/features/users/ui/admin/people";
import { listInput, peopleHref, readPeopleView } from "@/features/users/ui/admin/people-view";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("admin.people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const parameters = await searchParams;
  const view = readPeopleView({ get: (name) => [parameters[name] ?? null].flat()[0] ?? null });
  await requirePermission("people.view", peopleHref(view));
  const t = await getTranslations("admin.people");
  const ahead = await prefetcher();
  await Promise.all([ahead.admin.users.list.prefetch(listInput(view)), ahead.admin.users.counts.prefetch()]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <People />
      </HydrationBoundary>
    </>
  );
}
