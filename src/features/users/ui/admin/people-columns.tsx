"use client";

import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { RelativeTime } from "@/components/relative-time";
import { useCountryName } from "@/components/use-country-name";
import type { AdminUser } from "../../dto";
import { PersonActions } from "./person-actions";
import { PersonCell } from "./person-cell";
import { StatusBadges } from "./status-badges";

/** What the console's list of people shows of each. */
export function usePeopleColumns(): Column<AdminUser>[] {
  const t = useTranslations("admin.people");
  const countryName = useCountryName();
  return [
    {
      id: "person",
      header: t("columns.person"),
      namesRow: true,
      sortable: true,
      cell: (person) => <PersonCell person={person} />,
    },
    {
      id: "email",
      header: t("columns.email"),
      cell: ({ email }) => (
        <span className={email ? "truncate max-md:break-all md:block md:max-w-64" : "text-muted-foreground"}>
          <bdi>{email ?? t("noEmail")}</bdi>
        </span>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      cell: (person) => <StatusBadges person={person} />,
    },
    {
      id: "since",
      header: t("columns.since"),
      sorted: "descending",
      sortable: true,
      cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
    },
    {
      id: "role",
      header: t("columns.role"),
      initiallyHidden: true,
      cell: ({ role }) => t(`role.${role}`),
    },
    {
      id: "seen",
      header: t("columns.seen"),
      cell: ({ seenAt }) =>
        seenAt ? (
          <RelativeTime value={seenAt} />
        ) : (
          <span className="text-muted-foreground">{t("seen.never")}</span>
        ),
    },
    {
      id: "factor",
      header: t("columns.factor"),
      initiallyHidden: true,
      cell: ({ hasSecondFactor }) => t(`factor.${hasSecondFactor ? "yes" : "no"}`),
    },
    {
      id: "country",
      header: t("columns.country"),
      initiallyHidden: true,
      cell: ({ lastCountry }) => (lastCountry ? countryName(lastCountry) : "–"),
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (person) => <PersonActions person={person} />,
    },
  ];
}
