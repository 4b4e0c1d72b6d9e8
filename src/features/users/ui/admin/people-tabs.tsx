"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TabsList, TabsTrigger } from "@/components/ui/tabs";
import { trpc } from "@/trpc/react";
import { countedAtMost } from "../../dto";
import { type PeopleGroup, peopleGroups } from "./people-view";

/** Chooses a group of people and says how many are in it. */
export function PeopleTabs() {
  const t = useTranslations("admin.people");
  const format = useFormatter();
  const { data: counts } = trpc.admin.users.counts.useQuery();

  const countOf = (group: PeopleGroup) => {
    if (!counts || group === "all") return null;
    const count = counts[group];
    return count < countedAtMost ? format.number(count) : t("moreThan", { count: countedAtMost });
  };

  return (
    <div className="-mx-4 overflow-x-auto px-4 py-1 [scrollbar-width:none] md:mx-0 md:px-0">
      <TabsList aria-label={t("groups")}>
        {peopleGroups.map((group) => (
          <TabsTrigger
            key={group}
            value={group}
            onFocus={(event) => event.currentTarget.scrollIntoView({ block: "nearest", inline: "center" })}
          >
            {t(group)}
            {countOf(group) !== null && (
              <span className="text-muted-foreground text-xs tabular-nums">{countOf(group)}</span>
            )}
          </TabsTrigger>
        ))}
      </TabsList>
    </div>
  );
}
