"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { TimeBars } from "@/components/charts/time-bars";
import type { ListView } from "@/components/data-table/list-view";
import { Skeleton } from "@/components/ui/skeleton";
import { trpc } from "@/trpc/react";
import { auditHref, filterOf } from "./audit-view";
import { useActionTitle } from "./use-action-title";

/** The view in numbers: when, what and by whom. Each bar narrows the view to what it counts. */
export function AuditStatistics({ view }: { view: ListView }) {
  const t = useTranslations("audit");
  const { actionTitle, actorName } = useActionTitle();
  const { data } = trpc.admin.audit.statistics.useQuery(
    { filter: filterOf(view) },
    { staleTime: 5_000, placeholderData: keepPreviousData },
  );
  if (!data) return <Skeleton className="h-48 w-full" />;
  const narrowed = (filter: Record<string, string>) => auditHref({ ...view.filters, ...filter }, view.query);
  return (
    <section
      aria-label={t("statistics.title")}
      className="grid grid-cols-[minmax(0,1fr)] gap-6 rounded-lg border bg-card p-4 lg:grid-cols-2"
    >
      <div className="lg:col-span-2">
        <TimeBars
          title={t(view.filters.from || view.filters.to ? "statistics.chosen" : "statistics.latest", {
            count: data.total,
          })}
          headers={[t("columns.at"), t("entries")]}
          {...data.timeline}
        />
      </div>
      <BarList
        title={t("statistics.byAction")}
        empty={t("statistics.none")}
        bars={data.byAction.map(({ action, count }) => ({
          ...{ key: action, label: actionTitle(action), count },
          href: narrowed({ action }),
        }))}
      />
      <BarList
        title={t("statistics.byActor")}
        empty={t("statistics.none")}
        bars={data.byActor.map(({ actor, count }) => ({
          key: actor?.id ?? "nobody",
          label: actor ? actorName(actor) : t("nobody"),
          count,
          href: actor ? narrowed({ actor: actor.id }) : undefined,
        }))}
      />
    </section>
  );
}
