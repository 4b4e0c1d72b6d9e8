"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { MonitorIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useLiveSessionColumns } from "./live-session-columns";
import { liveInput } from "./session-views";

/** Every device that is signed in now, the newest first. */
export function LiveSessions({ list }: { list: ListViewState }) {
  const t = useTranslations("security.sessions");
  const problemOf = useProblem();
  const columns = useKeptColumns("live-sessions", useLiveSessionColumns());
  const { cursor, page, goOn, goBack } = useCursorStack<string>(list.search);
  const { data, error, isPlaceholderData, refetch } = trpc.admin.sessions.list.useQuery(
    liveInput(list.view, cursor),
    { placeholderData: keepPreviousData },
  );
  const problem = error && problemOf(error);
  const next = data?.nextCursor;
  return (
    <>
      <TableToolbar
        list={list}
        columns={columns}
        search={{ label: t("search"), hint: t("searchHint") }}
        filters={[
          {
            kind: "choice",
            id: "client",
            label: t("client"),
            options: [
              { value: "browser", label: t("clients.browser") },
              { value: "api", label: t("clients.api") },
            ],
          },
          { kind: "text", id: "address", label: t("address"), placeholder: "203.0.113.0/24" },
          { kind: "text", id: "country", label: t("country"), placeholder: t("countryHint") },
        ]}
      />
      <DataTable
        caption={t("live")}
        columns={columns.shown}
        rows={data?.sessions}
        rowKey={(session) => session.id}
        refreshing={isPlaceholderData}
        problem={
          problem && !data
            ? {
                title: t("failed"),
                description: problem.text,
                requestId: problem.requestId,
                onRetry: () => void refetch(),
              }
            : undefined
        }
        empty={<EmptyState icon={MonitorIcon} title={t("empty")} description={t("emptyDescription")} />}
        paging={{
          page,
          onPrevious: page > 1 ? goBack : undefined,
          onNext: next ? () => goOn(next) : undefined,
        }}
      />
    </>
  );
}
