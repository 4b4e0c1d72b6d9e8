"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BarList } from "@/components/charts/bar-list";
import { FormattedTime } from "@/components/formatted-time";
import { useChannel } from "@/components/listen";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { useCountryName } from "@/components/use-country-name";
import { useReadSoon } from "@/components/use-read-soon";
import { AuditBy, AuditOf } from "@/features/audit-log/ui/admin/audit-of";
import { signInsChannel } from "@/features/sessions/events";
import { peopleChannel } from "@/features/users/channels";
import { StatusBadges } from "@/features/users/ui/admin/status-badges";
import { trpc } from "@/trpc/react";
import type { PersonDetails } from "../dto";
import { PersonCard } from "./person-card";
import { PersonManagement } from "./person-management";
import { PersonNotes } from "./person-notes";
import { PersonSessions } from "./person-sessions";

/** Everything that the console knows of one person, live. */
export function PersonView({
  initial,
  mayManage,
  maySeeAudit,
  reports,
}: {
  initial: PersonDetails;
  mayManage: boolean;
  maySeeAudit: boolean;
  /** what was reported of them, for whoever may see that */
  reports: ReactNode;
}) {
  const t = useTranslations("people.person");
  const countryName = useCountryName();
  const userId = initial.person.id;
  const { data = initial } = trpc.admin.people.get.useQuery({ userId }, { initialData: initial });
  const utils = trpc.useUtils();
  const readAnew = useReadSoon(() => utils.admin.people.get.invalidate({ userId }));
  useChannel(peopleChannel, readAnew, readAnew);
  useChannel(signInsChannel, readAnew, readAnew);
  const { person, signIns, countries, conversations } = data;
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <PersonCard title={t("profile")}>
        <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
          <dt className="text-muted-foreground">{t("status")}</dt>
          <dd>
            <StatusBadges person={person} />
            {person.statusReason && (
              <bdi className="mt-1 block text-muted-foreground text-xs">{person.statusReason}</bdi>
            )}
          </dd>
          {person.suspendedUntil && (
            <>
              <dt className="text-muted-foreground">{t("suspendedUntil")}</dt>
              <dd>
                <FormattedTime value={person.suspendedUntil} />
              </dd>
            </>
          )}
          <dt className="text-muted-foreground">{t("username")}</dt>
          <dd className="break-words">
            @<bdi>{person.username}</bdi>
          </dd>
          <dt className="text-muted-foreground">{t("email")}</dt>
          <dd className="break-words">
            <bdi>{person.email ?? "–"}</bdi>
            {person.email && !person.emailVerified && (
              <span className="ms-2 text-muted-foreground text-xs">{t("unconfirmed")}</span>
            )}
          </dd>
          {data.bio && (
            <>
              <dt className="text-muted-foreground">{t("bio")}</dt>
              <dd dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {data.bio}
              </dd>
            </>
          )}
          <dt className="text-muted-foreground">{t("factor")}</dt>
          <dd>
            {t(person.hasSecondFactor ? "factorSet" : "factorUnset")}
            {person.secondFactorRequired && ` · ${t("factorDemanded")}`}
          </dd>
          {person.lastCountry && (
            <>
              <dt className="text-muted-foreground">{t("country")}</dt>
              <dd>{countryName(person.lastCountry)}</dd>
            </>
          )}
          <dt className="text-muted-foreground">{t("since")}</dt>
          <dd>
            <FormattedTime value={person.createdAt} />
          </dd>
          <dt className="text-muted-foreground">{t("seen")}</dt>
          <dd>{person.seenAt ? <RelativeTime value={person.seenAt} /> : t("never")}</dd>
        </dl>
        {mayManage && <PersonManagement person={person} bio={data.bio} />}
      </PersonCard>
      <PersonNotes userId={userId} notes={data.notes} mayManage={mayManage} />
      <PersonSessions userId={userId} sessions={data.sessions} mayManage={mayManage} />
      <PersonCard
        title={t("signIns")}
        none={signIns.length === 0 && t("noSignIns")}
        action={
          <Link
            href={`/admin/security/sessions?${new URLSearchParams({ show: "attempts", person: person.username })}`}
            className="text-primary text-sm underline underline-offset-4"
          >
            {t("allSignIns")}
          </Link>
        }
      >
        <ul className="divide-y text-sm">
          {signIns.map(({ id, at, outcome, ip, country, device }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Badge
                variant={outcome === "signed_in" || outcome === "confirmed" ? "secondary" : "destructive"}
              >
                {t(outcome === "signed_in" || outcome === "confirmed" ? "succeeded" : "failed")}
              </Badge>
              <bdi className="text-muted-foreground">
                {[device, ip, country && countryName(country)].filter(Boolean).join(" · ")}
              </bdi>
              <RelativeTime value={at} className="ms-auto text-muted-foreground" />
            </li>
          ))}
        </ul>
        <BarList
          title={t("countries")}
          empty={t("noCountries")}
          bars={countries.map(({ country, count }) => ({
            key: country,
            label: countryName(country),
            count,
          }))}
        />
      </PersonCard>
      {reports}
      <PersonCard
        title={t("groups")}
        none={conversations.length === 0 && t("noGroups")}
        action={
          <Link
            href={`/admin/conversations?${new URLSearchParams({ kind: "group", member: person.username, state: "all" })}`}
            className="text-primary text-sm underline underline-offset-4"
          >
            {t("allGroups")}
          </Link>
        }
      >
        <ul className="divide-y text-sm">
          {conversations.map(({ id, name, visibility, role }) => (
            <li key={id} className="flex items-center gap-3 py-2">
              <Link
                href={`/admin/conversations/${id}`}
                className="min-w-0 truncate underline-offset-4 hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
              <span className="ms-auto shrink-0 text-muted-foreground">
                {t(`visibility.${visibility}`)} · {t(`memberRole.${role}`)}
              </span>
            </li>
          ))}
        </ul>
      </PersonCard>
      {maySeeAudit && (
        <>
          <div className="rounded-lg border bg-card p-4">
            <AuditOf type="user" id={userId} />
          </div>
          <div className="rounded-lg border bg-card p-4">
            <AuditBy userId={userId} />
          </div>
        </>
      )}
    </div>
  );
}
