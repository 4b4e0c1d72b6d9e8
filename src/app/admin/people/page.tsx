import { HydrationBoundary } from "@tanstack/react-query";
import { FileUpIcon } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { CreatePerson } from "@/features/people/ui/create-person";
import { InviteByEmail } from "@/features/people/ui/invite-by-email";
import { listInput, peopleHref, readPeopleView } from "@/features/users/ui/admin/people-view";
import { can } from "@/lib/permissions";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { type PageProps, pageParameters } from "../page-parameters";
import { PeopleConsole } from "./people-console";

export async function generateMetadata() {
  const t = await getTranslations("admin.people");
  return { title: t("title") };
}

export default async function PeoplePage(props: PageProps) {
  const view = readPeopleView(await pageParameters(props));
  const actor = await requirePermission("people.view", peopleHref(view));
  const [t, people] = await Promise.all([getTranslations("admin.people"), getTranslations("people")]);
  const ahead = await prefetcher();
  await Promise.all([ahead.admin.users.list.prefetch(listInput(view)), ahead.admin.users.counts.prefetch()]);
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")}>
        {can(actor, "people.invite") && (
          <>
            <CreatePerson />
            <InviteByEmail />
          </>
        )}
        {can(actor, "people.import") && (
          <Button asChild variant="outline" size="sm">
            <Link href="/admin/people/import">
              <FileUpIcon aria-hidden="true" />
              {people("import.back")}
            </Link>
          </Button>
        )}
      </ConsoleHeading>
      <HydrationBoundary state={ahead.dehydrate()}>
        <PeopleConsole />
      </HydrationBoundary>
    </>
  );
}
