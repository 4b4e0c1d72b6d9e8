"use client";

import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { PlaceCell } from "@/components/place-cell";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import type { LiveSession } from "../../dto";
import { PersonName } from "./person-name";
import { RevokeSession } from "./revoke-session";
import { useClientName } from "./use-client-name";

/** What the console shows of each device that is signed in. */
export function useLiveSessionColumns(): Column<LiveSession>[] {
  const t = useTranslations("security.sessions");
  const clientName = useClientName();
  return [
    {
      id: "person",
      header: t("columns.person"),
      namesRow: true,
      cell: ({ person }) => <PersonName person={person} />,
    },
    {
      id: "device",
      header: t("columns.device"),
      cell: ({ device, client, method, current }) => (
        <span className="flex flex-wrap items-center gap-2">
          <bdi>{clientName(device, client)}</bdi>
          <span className="text-muted-foreground text-xs">{t(`method.${method}`)}</span>
          {current && <Badge variant="secondary">{t("thisDevice")}</Badge>}
        </span>
      ),
    },
    {
      id: "place",
      header: t("columns.place"),
      cell: ({ ip, country, network }) => <PlaceCell ip={ip} country={country} network={network} />,
    },
    {
      id: "used",
      header: t("columns.used"),
      cell: ({ lastUsedAt }) => <RelativeTime value={lastUsedAt} />,
    },
    {
      id: "since",
      header: t("columns.since"),
      sorted: "descending",
      cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (session) => <RevokeSession session={session} />,
    },
  ];
}
