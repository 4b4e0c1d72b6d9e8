"use client";

import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { PlaceCell } from "@/components/place-cell";
import { Badge } from "@/components/ui/badge";
import { usePersonName } from "@/components/use-person-name";
import { cn } from "@/lib/cn";
import type { SecurityEvent } from "../../dto";
import { EventActions } from "./event-actions";
import { useEventText } from "./event-text";

/** From this score on somebody should look soon. */
const alarming = 60;

/** What the console shows of each security event. */
export function useEventColumns(): Column<SecurityEvent>[] {
  const personName = usePersonName();
  const t = useTranslations("security.events");
  const { nameOf, explain } = useEventText();
  return [
    {
      id: "kind",
      header: t("columns.kind"),
      namesRow: true,
      cell: (event) => (
        <span className="block min-w-0 whitespace-normal md:max-w-80">
          <span className="block font-medium">{nameOf(event.kind)}</span>
          <span className="block text-pretty text-muted-foreground text-xs">{explain(event)}</span>
        </span>
      ),
    },
    {
      id: "score",
      header: t("columns.score"),
      cell: ({ score }) => (
        <Badge variant={score >= alarming ? "destructive" : "secondary"} className="tabular-nums">
          {score}
        </Badge>
      ),
    },
    {
      id: "subject",
      header: t("columns.subject"),
      cell: ({ person }) => (
        <span className={cn("block truncate md:max-w-48", !person && "text-muted-foreground")}>
          <bdi>{person ? personName(person) : "–"}</bdi>
        </span>
      ),
    },
    {
      id: "from",
      header: t("columns.from"),
      cell: ({ ip, country, blockedUntil }) => (
        <span className="block">
          <PlaceCell ip={ip} country={country} />
          {blockedUntil && (
            <span className="block text-destructive text-xs">
              {t.rich("blockedUntil", { time: () => <FormattedTime value={blockedUntil} /> })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: "when",
      header: t("columns.when"),
      sorted: "descending",
      cell: ({ lastAt, times }) => (
        <span className="block">
          <FormattedTime value={lastAt} className="block tabular-nums" />
          {times > 1 && <span className="block text-muted-foreground text-xs">{t("times", { times })}</span>}
        </span>
      ),
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (event) => <EventActions event={event} />,
    },
  ];
}
