"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { FormattedTime } from "@/components/formatted-time";
import { RelativeTime } from "@/components/relative-time";
import { usePersonName } from "@/components/use-person-name";
import type { UserSummary } from "@/features/users/dto";
import type { AdminConversation } from "../../dto";
import { ConversationState } from "./conversation-state";
import { useAdminConversationName } from "./use-admin-conversation-name";

/** What the console's list of conversations shows of each. */
export function useConversationColumns(): Column<AdminConversation>[] {
  const t = useTranslations("oversight.conversations");
  const format = useFormatter();
  const nameOf = useAdminConversationName();
  return [
    {
      id: "name",
      header: t("columns.name"),
      namesRow: true,
      cell: (conversation) => (
        <Link
          href={`/admin/conversations/${conversation.id}`}
          className="block font-medium underline-offset-4 hover:underline max-md:pe-8 md:max-w-72 md:truncate"
        >
          <bdi>{nameOf(conversation)}</bdi>
        </Link>
      ),
    },
    { id: "kind", header: t("columns.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      id: "visibility",
      header: t("columns.visibility"),
      cell: ({ visibility }) => t(`visibility.${visibility}`),
    },
    {
      id: "state",
      header: t("columns.state"),
      cell: (conversation) => <ConversationState conversation={conversation} />,
    },
    {
      id: "members",
      header: t("columns.members"),
      className: "tabular-nums",
      cell: ({ memberCount }) => format.number(memberCount),
    },
    {
      id: "messages",
      header: t("columns.messages"),
      className: "tabular-nums",
      cell: ({ messageCount }) => format.number(messageCount),
    },
    {
      id: "owners",
      header: t("columns.owners"),
      cell: ({ kind, people }) =>
        kind === "group" && people.length > 0 ? (
          <PeopleLinks people={people} />
        ) : (
          <span className="text-muted-foreground">–</span>
        ),
    },
    {
      id: "activity",
      header: t("columns.activity"),
      sortable: true,
      cell: ({ lastActivityAt }) => <RelativeTime value={lastActivityAt} />,
    },
    {
      id: "created",
      header: t("columns.created"),
      sortable: true,
      sorted: "descending",
      initiallyHidden: true,
      cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
    },
  ];
}

/** People by name, each leading to their page. */
export function PeopleLinks({ people }: { people: UserSummary[] }) {
  const personName = usePersonName();
  return (
    <span className="flex min-w-0 flex-wrap gap-x-2 md:max-w-56">
      {people.map((person) => (
        <Link
          key={person.id}
          href={`/admin/people/${person.id}`}
          className="truncate underline-offset-4 hover:underline"
        >
          <bdi>{personName(person)}</bdi>
        </Link>
      ))}
    </span>
  );
}
