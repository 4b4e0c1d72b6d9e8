"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { useSelection } from "@/components/data-table/use-selection";
import { useChannel } from "@/components/listen";
import { useOnceLeft } from "@/components/use-once-left";
import { useReadSoon } from "@/components/use-read-soon";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { conversationsChannel } from "../../channels";
import { ConversationBulkActions } from "./conversation-bulk-actions";
import { useConversationColumns } from "./conversation-columns";
import { ConversationsTable } from "./conversations-table";
import { conversationsRules, filterOf } from "./conversations-view";
import { useConversationFilters } from "./use-conversation-filters";

/** Every conversation of the instance; the view stands in the address, live. Nothing of what is said in them. */
export function Conversations() {
  const t = useTranslations("oversight.conversations");
  const utils = trpc.useUtils();
  const [jobId, setJobId] = useState<string>();
  const list = useListView(conversationsRules);
  const filters = useConversationFilters();
  const columns = useKeptColumns("conversations", useConversationColumns());
  const filter = filterOf(list.view);
  const selection = useSelection(list.search);
  const { selected, all, count } = selection;
  const { data: matching } = trpc.admin.conversations.countMatching.useQuery(filter, {
    enabled: all || count > 0,
    staleTime: 5_000,
  });
  useReadAfter(jobId);
  const table = useRef<HTMLDivElement>(null);
  const readAnew = useOnceLeft(
    table,
    useReadSoon(() => utils.admin.conversations.list.invalidate()),
  );
  useChannel(conversationsChannel, readAnew, readAnew);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(undefined)} />}
      <TableToolbar
        list={list}
        search={{ label: t("search"), hint: t("searchHint") }}
        filters={filters}
        columns={columns}
        exportHref={(format) => `/api/admin/conversations/export?format=${format}&${list.search}`}
      >
        <SavedViewsMenu list="conversations" view={list} />
      </TableToolbar>
      <div ref={table}>
        <ConversationsTable list={list} columns={columns.shown} selection={selection} />
      </div>
      <SelectionBar selection={selection} matching={matching}>
        <ConversationBulkActions
          selected={selected.kind === "all" ? { kind: "all", filter } : selected}
          count={all ? (matching ?? 0) : count}
          state={filter.state}
          onStarted={({ id }) => {
            setJobId(id);
            selection.clear();
          }}
        />
      </SelectionBar>
    </div>
  );
}

/** Reads the list anew once a job has changed what is in it. */
function useReadAfter(jobId: string | undefined): void {
  const utils = trpc.useUtils();
  const { data: job } = trpc.admin.jobs.get.useQuery(
    { jobId: jobId ?? "" },
    { enabled: jobId !== undefined },
  );
  const finishedAt = job?.finishedAt;
  useEffect(() => {
    if (finishedAt) void utils.admin.conversations.invalidate();
  }, [finishedAt, utils]);
}
