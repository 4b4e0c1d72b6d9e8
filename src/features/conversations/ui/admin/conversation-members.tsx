"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { CrownIcon, UsersRoundIcon } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { EmptyState } from "@/components/empty-state";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { AdminConversationDetail, ConversationMember, MemberPage } from "../../dto";
import { useConversationAct } from "./use-conversation-act";

/** Who belongs to a conversation, page by page; of a group another can be made the owner. */
export function ConversationMembers({
  conversation,
  mayManage,
}: {
  conversation: AdminConversationDetail;
  mayManage: boolean;
}) {
  const personName = usePersonName();
  const t = useTranslations("oversight.conversations");
  const format = useFormatter();
  const act = useConversationAct(conversation.id);
  const transfer = trpc.admin.conversations.transfer.useMutation();
  const [successor, setSuccessor] = useState<ConversationMember>();
  const conversationId = conversation.id;
  const pages = useCursorStack<NonNullable<MemberPage["nextCursor"]>>(conversationId);
  const read = trpc.admin.conversations.members.useQuery(
    { conversationId, cursor: pages.cursor, limit: 25 },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("members.failed"));
  const mayTransfer = mayManage && conversation.kind === "group" && !conversation.deletedAt;
  const columns = useMemberColumns(mayTransfer ? setSuccessor : undefined);
  return (
    <section aria-labelledby="members" className="grid min-w-0 gap-3 xl:col-span-2">
      <h2 id="members" className="font-semibold">
        {t("members.title")}
        {read.data && (
          <span className="ms-2 font-normal text-muted-foreground text-sm tabular-nums">
            {format.number(read.data.total)}
          </span>
        )}
      </h2>
      <DataTable
        caption={t("members.title")}
        columns={columns}
        rows={read.data?.members}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={UsersRoundIcon} title={t("members.none")} />}
        {...page}
      />
      {successor && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setSuccessor(undefined)}
          title={t("transfer.title", { name: personName(successor) })}
          description={t("transfer.description")}
          confirmText={t("transfer.confirm")}
          pendingText={t("bulk.starting")}
          destructive
          reason="required"
          onConfirm={(reason) =>
            act(
              () => transfer.mutateAsync({ conversationId, userId: successor.id, reason }),
              t("transfer.done", { name: personName(successor) }),
            )
          }
        />
      )}
    </section>
  );
}

function useMemberColumns(onTransfer?: (member: ConversationMember) => void): Column<ConversationMember>[] {
  const personName = usePersonName();
  const t = useTranslations("oversight.conversations");
  return [
    {
      id: "person",
      header: t("members.person"),
      namesRow: true,
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-3">
          <UserAvatar id={member.id} name={personName(member)} />
          <span className="min-w-0">
            <Link
              href={`/admin/people/${member.id}`}
              className="block truncate font-medium underline-offset-4 hover:underline"
            >
              <bdi>{personName(member)}</bdi>
            </Link>
            <span className="block truncate text-muted-foreground text-xs">
              @<bdi>{member.username}</bdi>
            </span>
          </span>
        </span>
      ),
    },
    { id: "role", header: t("members.role"), cell: ({ role }) => t(`role.${role}`) },
    {
      id: "joined",
      header: t("members.joined"),
      cell: ({ joinedAt }) => <FormattedTime value={joinedAt} className="tabular-nums" />,
    },
    ...(onTransfer
      ? [
          {
            id: "actions",
            header: t("members.actions"),
            hideHeader: true,
            className: "md:text-end",
            cell: (member: ConversationMember) =>
              member.role !== "owner" && (
                <Button size="sm" variant="outline" onClick={() => onTransfer(member)}>
                  <CrownIcon aria-hidden="true" />
                  {t("transfer.open")}
                  <span className="sr-only"> {personName(member)}</span>
                </Button>
              ),
          },
        ]
      : []),
  ];
}
