"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { Badge } from "@/components/ui/badge";
import { usePersonName } from "@/components/use-person-name";
import type { IpRule } from "../../dto";
import { type SecurityEventKind, securityEventKinds } from "../../event-kinds";
import { ChangeRule } from "./change-rule";
import { useEventText } from "./event-text";
import { RemoveRule } from "./remove-rule";

/** What the console shows of each address rule. */
export function useIpRuleColumns(): Column<IpRule>[] {
  const personName = usePersonName();
  const t = useTranslations("security.rules");
  const format = useFormatter();
  const { nameOf } = useEventText();
  const reasonOf = ({ automatic, reason }: IpRule) =>
    automatic && reason in securityEventKinds ? nameOf(reason as SecurityEventKind) : reason;
  return [
    {
      id: "network",
      header: t("columns.network"),
      namesRow: true,
      cell: ({ network }) => (
        <bdi dir="ltr" className="break-all font-medium tabular-nums">
          {network}
        </bdi>
      ),
    },
    {
      id: "kind",
      header: t("columns.kind"),
      cell: ({ kind, expired }) => (
        <Badge variant={expired ? "outline" : kind === "block" ? "destructive" : "secondary"}>
          {expired ? t("expired") : t(`kind.${kind}`)}
        </Badge>
      ),
    },
    {
      id: "reason",
      header: t("columns.reason"),
      cell: (rule) => (
        <span className="block whitespace-normal break-words md:max-w-72">
          <bdi>{reasonOf(rule)}</bdi>
        </span>
      ),
    },
    {
      id: "expires",
      header: t("columns.expires"),
      cell: ({ expiresAt }) =>
        expiresAt ? (
          <FormattedTime value={expiresAt} className="tabular-nums" />
        ) : (
          <span className="text-muted-foreground">{t("forever")}</span>
        ),
    },
    {
      id: "hits",
      header: t("columns.hits"),
      cell: ({ hits, lastHitAt }) => (
        <span className="block tabular-nums">
          {format.number(hits)}
          {lastHitAt && (
            <span className="block text-muted-foreground text-xs">
              {t.rich("lastHit", { time: () => <FormattedTime value={lastHitAt} /> })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: "created",
      header: t("columns.created"),
      sorted: "descending",
      cell: ({ createdAt, createdBy, automatic }) => (
        <span className="block">
          <FormattedTime value={createdAt} className="tabular-nums" />
          {(createdBy || automatic) && (
            <span className="block text-muted-foreground text-xs">
              <bdi>{createdBy ? t("createdBy", { name: personName(createdBy) }) : t("automatic")}</bdi>
            </span>
          )}
        </span>
      ),
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (rule) => (
        <span className="flex flex-wrap gap-1 md:justify-end">
          <ChangeRule rule={rule} />
          <RemoveRule rule={rule} />
        </span>
      ),
    },
  ];
}
