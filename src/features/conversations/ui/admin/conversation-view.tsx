"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormattedTime } from "@/components/formatted-time";
import { useChannel } from "@/components/listen";
import { RelativeTime } from "@/components/relative-time";
import { useReadSoon } from "@/components/use-read-soon";
import { trpc } from "@/trpc/react";
import { conversationsChannel } from "../../channels";
import type { AdminConversationDetail } from "../../dto";
import { useDuration } from "../use-duration";
import { PeopleLinks } from "./conversation-columns";
import { ConversationManagement } from "./conversation-management";
import { ConversationMembers } from "./conversation-members";
import { ConversationState } from "./conversation-state";

/** Everything that the console shows of one conversation: what it is and who belongs to it, live; nothing of what is said. */
export function ConversationView({
  initial,
  mayManage,
  children,
}: {
  initial: AdminConversationDetail;
  mayManage: boolean;
  /** what other parts of the console have to say of it */
  children?: ReactNode;
}) {
  const t = useTranslations("oversight.conversations");
  const format = useFormatter();
  const duration = useDuration();
  const conversationId = initial.id;
  const { data: conversation = initial } = trpc.admin.conversations.get.useQuery(
    { conversationId },
    { initialData: initial },
  );
  const utils = trpc.useUtils();
  const readAnew = useReadSoon(() =>
    Promise.all([
      utils.admin.conversations.get.invalidate({ conversationId }),
      utils.admin.conversations.members.invalidate({ conversationId }),
    ]),
  );
  useChannel(conversationsChannel, readAnew, readAnew);
  const { kind, deletedAt, deleteReason, archivedAt, slowModeSeconds, announcementOnly } = conversation;
  const group = kind === "group";
  const facts: [string, ReactNode][] = [
    [t("columns.state"), <ConversationState key="state" conversation={conversation} />],
    ...(deletedAt
      ? [
          [t("facts.deleted"), <FormattedTime key="deleted" value={deletedAt} />] as [string, ReactNode],
          [t("facts.deleteReason"), <bdi key="reason">{deleteReason ?? "–"}</bdi>] as [string, ReactNode],
        ]
      : []),
    ...(archivedAt
      ? [[t("facts.archived"), <FormattedTime key="archived" value={archivedAt} />] as [string, ReactNode]]
      : []),
    [t("columns.kind"), t(`kind.${kind}`)],
    ...(group
      ? ([
          [t("columns.visibility"), t(`visibility.${conversation.visibility}`)],
          [t("facts.description"), <bdi key="text">{conversation.description || "–"}</bdi>],
          [t("columns.owners"), <PeopleLinks key="owners" people={conversation.people} />],
          [t("facts.writing"), t(announcementOnly ? "facts.announcements" : "facts.everybody")],
          [t("facts.slowMode"), slowModeSeconds ? duration(slowModeSeconds) : t("facts.off")],
        ] as [string, ReactNode][])
      : []),
    [t("columns.messages"), format.number(conversation.messageCount)],
    [t("columns.activity"), <RelativeTime key="activity" value={conversation.lastActivityAt} />],
    [t("columns.created"), <FormattedTime key="created" value={conversation.createdAt} />],
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-[repeat(2,minmax(0,1fr))]">
      <section aria-labelledby="facts" className="flex min-w-0 flex-col gap-4 rounded-lg border bg-card p-4">
        <h2 id="facts" className="font-semibold">
          {t("facts.title")}
        </h2>
        <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
        {mayManage && <ConversationManagement conversation={conversation} />}
      </section>
      <div className="grid min-w-0 content-start gap-4">{children}</div>
      <ConversationMembers conversation={conversation} mayManage={mayManage} />
    </div>
  );
}
