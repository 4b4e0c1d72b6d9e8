"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { StatusBadges } from "@/features/users/ui/admin/status-badges";
import { trpc } from "@/trpc/react";
import type { PersonDetails } from "../dto";
import { PersonCard } from "./person-card";
import { PersonManagement } from "./person-management";
import { PersonNotes } from "./person-notes";
import { PersonSessions } from "./person-sessions";

/** Everything that the console knows of one person. */
export function PersonView({ initial, mayManage }: { initial: PersonDetails; mayManage: boolean }) {
  const t = useTranslations("people.person");
  const userId = initial.person.id;
  const { data = initial } = trpc.admin.people.get.useQuery({ userId }, { initialData: initial });
  const { person, signIns, conversations, entries } = data;
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <PersonCard title={t("profile")}>
        <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
          <dt className="text-muted-foreground">{t("status")}</dt>
          <dd>
            <StatusBadges person={person} />
          </dd>
          <dt className="text-muted-foreground">{t("username")}</dt>
          <dd className="break-words">
            @<bdi>{person.username}</bdi>
          </dd>
          <dt className="text-muted-foreground">{t("email")}</dt>
          <dd className="break-words">
            <bdi>{person.email ?? "–"}</bdi>
          </dd>
          <dt className="text-muted-foreground">{t("since")}</dt>
          <dd>
            <FormattedTime value={person.createdAt} />
          </dd>
          <dt className="text-muted-foreground">{t("seen")}</dt>
          <dd>{person.seenAt ? <RelativeTime value={person.seenAt} /> : t("never")}</dd>
        </dl>
        {mayManage && <PersonManagement person={person} />}
      </PersonCard>
      <PersonNotes userId={userId} notes={data.notes} mayManage={mayManage} />
      <PersonSessions userId={userId} sessions={data.sessions} mayManage={mayManage} />
      <PersonCard title={t("signIns")} none={signIns.length === 0 && t("noSignIns")}>
        <ul className="divide-y text-sm">
          {signIns.map(({ id, at, outcome, ip, device }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Badge
                variant={outcome === "signed_in" || outcome === "confirmed" ? "secondary" : "destructive"}
              >
                {t(outcome === "signed_in" || outcome === "confirmed" ? "succeeded" : "failed")}
              </Badge>
              <bdi className="text-muted-foreground">{[device, ip].filter(Boolean).join(" · ")}</bdi>
              <RelativeTime value={at} className="ms-auto text-muted-foreground" />
            </li>
          ))}
        </ul>
      </PersonCard>
      <PersonCard title={t("groups")} none={conversations.length === 0 && t("noGroups")}>
        <ul className="divide-y text-sm">
          {conversations.map(({ id, name, visibility, role }) => (
            <li key={id} className="flex items-center gap-3 py-2">
              <bdi className="min-w-0 truncate">{name}</bdi>
              <span className="ms-auto shrink-0 text-muted-foreground">
                {t(`visibility.${visibility}`)} · {t(`memberRole.${role}`)}
              </span>
            </li>
          ))}
        </ul>
      </PersonCard>
      <PersonCard title={t("entries")} none={entries.length === 0 && t("noEntries")}>
        <ul className="divide-y text-sm">
          {entries.map(({ id, at, action, by, actor, reason }) => (
            <li key={id} className="grid gap-0.5 py-2">
              <span className="flex flex-wrap items-center gap-2">
                <code className="text-xs">{action}</code>
                <span className="text-muted-foreground">
                  {by === "them" ? t("byThem") : t("byOthers", { name: actor ?? "–" })}
                </span>
                <RelativeTime value={at} className="ms-auto text-muted-foreground" />
              </span>
              {reason && <bdi className="text-muted-foreground text-xs">{reason}</bdi>}
            </li>
          ))}
        </ul>
      </PersonCard>
    </div>
  );
}
