"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Tabs, TabsContent } from "@/components/ui/tabs";
import { trpc } from "@/trpc/react";
import { PeopleSearch } from "./people-search";
import { PeopleTable } from "./people-table";
import { PeopleTabs } from "./people-tabs";
import { type PeopleGroup, type PeopleView, peopleHref, readPeopleView } from "./people-view";

/** Everybody with an account, by group; the choice stands in the address. */
export function People() {
  const t = useTranslations("admin.people");
  const utils = trpc.useUtils();
  const view = readPeopleView(useSearchParams());
  const show = (change: Partial<PeopleView>) => {
    const href = peopleHref({ ...view, ...change });
    if ("group" in change) window.history.pushState(null, "", href);
    else window.history.replaceState(null, "", href);
  };
  return (
    <Tabs
      value={view.group}
      onValueChange={(group) => {
        show({ group: group as PeopleGroup });
        void utils.admin.users.counts.invalidate();
      }}
      className="min-w-0 gap-4"
    >
      <div className="flex min-w-0 flex-col gap-3 xl:flex-row xl:items-center xl:justify-between">
        <PeopleTabs />
        <PeopleSearch query={view.query} onSearch={(query) => show({ query })} />
      </div>
      <TabsContent value={view.group} className="min-w-0 space-y-3">
        <p className="max-w-prose text-pretty text-muted-foreground text-sm">{t(`hint.${view.group}`)}</p>
        <PeopleTable key={view.group} view={view} onClearSearch={() => show({ query: "" })} />
      </TabsContent>
    </Tabs>
  );
}
