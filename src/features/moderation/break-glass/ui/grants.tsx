"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { EyeOffIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import type { ListViewRules } from "@/components/data-table/list-view";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { FormattedTime } from "@/components/formatted-time";
import { usePersonName } from "@/components/use-person-name";
import { useAdminConversationName } from "@/features/conversations/ui/admin/use-admin-conversation-name";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { type GlassStatus, type Grant, type GrantCursor, glassStatuses } from "../dto";
import { GlassActions } from "./glass-actions";
import { GlassStatusBadge } from "./glass-status";
import { useGlassEvents } from "./use-glass-events";

const rules: ListViewRules = { filters: { status: glassStatuses } };

/** Everybody's requests to read private conversations, live: those that wait, are open, and are over. */
export function Grants({ ownId }: { ownId: string }) {
  const t = useTranslations("oversight.glass");
  const list = useListView(rules);
  const columns = useKeptColumns("private-access", useGrantColumns(ownId));
  useGlassEvents();
  const pages = useCursorStack<GrantCursor>(list.search);
  const read = trpc.admin.breakGlass.list.useQuery(
    { status: list.view.filters.status as GlassStatus | undefined, cursor: pages.cursor },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("failed"));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <TableToolbar
        list={list}
        columns={columns}
        filters={[
          {
            id: "status",
            kind: "choice",
            label: t("columns.status"),
            options: glassStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      >
        <SavedViewsMenu list="private-access" view={list} />
      </TableToolbar>
      <DataTable
        caption={t("title")}
        columns={columns.shown}
        rows={read.data?.grants}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={EyeOffIcon} title={t("empty")} description={t("emptyDescription")} />}
        {...page}
      />
    </div>
  );
}

function useGrantColumns(ownId: string): Column<Grant>[] {
  const personName = usePersonName();
  const t = useTranslations("oversight.glass");
  const nameOf = useAdminConversationName();
  return [
    {
      id: "conversation",
      header: t("columns.conversation"),
      namesRow: true,
      cell: ({ id, conversation, reason }) => (
        <span className="grid min-w-0 gap-0.5 md:max-w-80">
          <Link
            href={`/admin/break-glass/${id}`}
            className="font-medium underline-offset-4 hover:underline md:truncate"
          >
            <bdi>{nameOf(conversation)}</bdi>
          </Link>
          <bdi className="wrap-anywhere whitespace-normal text-muted-foreground text-xs">{reason}</bdi>
        </span>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      cell: ({ status }) => <GlassStatusBadge status={status} />,
    },
    {
      id: "by",
      header: t("columns.by"),
      cell: ({ requestedBy }) => (
        <Link href={`/admin/people/${requestedBy.id}`} className="underline-offset-4 hover:underline">
          <bdi>{personName(requestedBy)}</bdi>
        </Link>
      ),
    },
    {
      id: "decided",
      header: t("columns.decidedBy"),
      cell: ({ decidedBy }) => <bdi>{decidedBy ? personName(decidedBy) : "–"}</bdi>,
    },
    {
      id: "asked",
      header: t("columns.asked"),
      sorted: "descending",
      cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
    },
    {
      id: "until",
      header: t("columns.until"),
      cell: ({ expiresAt, minutes }) =>
        expiresAt ? <FormattedTime value={expiresAt} className="tabular-nums" /> : t("minutes", { minutes }),
    },
    {
      id: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      className: "md:text-end",
      cell: (grant) => <GlassActions grant={grant} ownId={ownId} />,
    },
  ];
}
