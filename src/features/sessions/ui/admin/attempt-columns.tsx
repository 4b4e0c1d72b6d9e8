"use client";

import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { PlaceCell } from "@/components/place-cell";
import { Badge } from "@/components/ui/badge";
import type { SignInAttempt } from "../../dto";
import { PersonName } from "./person-name";
import { useClientName } from "./use-client-name";

/** What the console shows of each attempt to sign in. */
export function useAttemptColumns(): Column<SignInAttempt>[] {
  const t = useTranslations("security.sessions");
  const clientName = useClientName();
  return [
    {
      id: "person",
      header: t("columns.person"),
      namesRow: true,
      cell: ({ person }) =>
        person ? (
          <PersonName person={person} />
        ) : (
          <span className="text-muted-foreground italic">{t("nobody")}</span>
        ),
    },
    {
      id: "outcome",
      header: t("columns.outcome"),
      cell: ({ outcome, confirmation }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge variant={outcome === "succeeded" ? "secondary" : "destructive"}>
            {t(`outcome.${outcome}`)}
          </Badge>
          {confirmation && <span className="text-muted-foreground text-xs">{t("confirmation")}</span>}
        </span>
      ),
    },
    {
      id: "place",
      header: t("columns.place"),
      cell: ({ ip, country, network }) => <PlaceCell ip={ip} country={country} network={network} />,
    },
    {
      id: "device",
      header: t("columns.device"),
      cell: ({ device }) => <bdi>{clientName(device)}</bdi>,
    },
    {
      id: "when",
      header: t("columns.when"),
      sorted: "descending",
      cell: ({ at }) => <FormattedTime value={at} className="tabular-nums" />,
    },
  ];
}
