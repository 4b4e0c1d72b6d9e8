"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { ShieldCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { useSelection } from "@/components/data-table/use-selection";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { useReadSoon } from "@/components/use-read-soon";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { securityChannel } from "../../channels";
import { securityEventKindNames } from "../../event-kinds";
import { AcknowledgeChosen } from "./acknowledge-chosen";
import { useEventColumns } from "./event-columns";
import { useEventText } from "./event-text";
import { eventFilterOf, eventsInput, eventsRules } from "./security-views";

/** What looked like an attack; the filters stand in the address. */
export function SecurityEvents() {
  const t = useTranslations("security.events");
  const utils = trpc.useUtils();
  const { nameOf } = useEventText();
  const list = useListView(eventsRules);
  const columns = useKeptColumns("security-events", useEventColumns());
  const pages = useCursorStack<number>(list.search);
  const read = trpc.admin.security.events.list.useQuery(eventsInput(list.view, pages.cursor), {
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  const readAnew = useReadSoon(() => utils.admin.security.events.invalidate());
  useChannel(securityChannel, readAnew, readAnew);
  const filter = eventFilterOf(list.view);
  const selection = useSelection(list.search);
  const { selected, all, count } = selection;
  const { data: matching } = trpc.admin.security.events.countMatching.useQuery(filter, {
    enabled: all || count > 0,
    staleTime: 5_000,
  });
  const [jobId, setJobId] = useState<string>();
  return (
    <div className="space-y-3">
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(undefined)} />}
      <TableToolbar
        list={list}
        columns={columns}
        exportHref={(format) => `/api/admin/security/events/export?format=${format}&${list.search}`}
        filters={[
          {
            kind: "choice",
            id: "show",
            label: t("show"),
            options: [
              { value: "open", label: t("open") },
              { value: "all", label: t("allEvents") },
            ],
          },
          {
            kind: "choice",
            id: "kind",
            label: t("columns.kind"),
            options: securityEventKindNames.map((kind) => ({ value: kind, label: nameOf(kind) })),
          },
          { kind: "text", id: "person", label: t("username"), placeholder: "ada.lovelace" },
          { kind: "text", id: "address", label: t("address"), placeholder: "203.0.113.0/24" },
          { kind: "day", id: "from", label: t("from") },
          { kind: "day", id: "to", label: t("to") },
        ]}
      >
        <SavedViewsMenu list="security-events" view={list} />
      </TableToolbar>
      <DataTable
        caption={t("title")}
        columns={columns.shown}
        rows={read.data?.events}
        rowKey={(event) => String(event.id)}
        rowName={(event) => nameOf(event.kind)}
        selection={selection}
        empty={<EmptyState icon={ShieldCheckIcon} title={t("empty")} description={t("emptyDescription")} />}
        {...page}
      />
      <SelectionBar selection={selection} matching={matching}>
        <AcknowledgeChosen
          selected={
            selected.kind === "all"
              ? { kind: "all", filter }
              : { kind: "these", ids: selected.ids.map(Number) }
          }
          count={all ? (matching ?? 0) : count}
          onStarted={({ id }) => {
            setJobId(id);
            selection.clear();
          }}
        />
      </SelectionBar>
    </div>
  );
}
