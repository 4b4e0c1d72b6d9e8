"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { MonitorIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { useSelection } from "@/components/data-table/use-selection";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { useOnceLeft } from "@/components/use-once-left";
import { usePersonName } from "@/components/use-person-name";
import { useReadSoon } from "@/components/use-read-soon";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { signInsChannel } from "../../events";
import { useLiveSessionColumns } from "./live-session-columns";
import { RevokeChosen } from "./revoke-chosen";
import { liveFilterOf, liveInput } from "./session-views";

/** Every device that is signed in now, the newest first, live. */
export function LiveSessions({ list }: { list: ListViewState }) {
  const t = useTranslations("security.sessions");
  const utils = trpc.useUtils();
  const personName = usePersonName();
  const table = useRef<HTMLDivElement>(null);
  const readAnew = useOnceLeft(
    table,
    useReadSoon(() => utils.admin.sessions.list.invalidate()),
  );
  useChannel(signInsChannel, readAnew, readAnew);
  const columns = useKeptColumns("live-sessions", useLiveSessionColumns());
  const pages = useCursorStack<string>(list.search);
  const read = trpc.admin.sessions.list.useQuery(liveInput(list.view, pages.cursor), {
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  const filter = liveFilterOf(list.view);
  const selection = useSelection(list.search);
  const { selected, all, count } = selection;
  const { data: matching } = trpc.admin.sessions.countMatching.useQuery(filter, {
    enabled: all || count > 0,
    staleTime: 5_000,
  });
  const [jobId, setJobId] = useState<string>();
  return (
    <>
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(undefined)} />}
      <TableToolbar
        list={list}
        columns={columns}
        exportHref={(format) => `/api/admin/security/sessions/export?format=${format}&${list.search}`}
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
      >
        <SavedViewsMenu list="live-sessions" view={list} />
      </TableToolbar>
      <div ref={table}>
        <DataTable
          caption={t("live")}
          columns={columns.shown}
          rows={read.data?.sessions}
          rowKey={(session) => session.id}
          rowName={({ person }) => personName(person)}
          selection={selection}
          empty={<EmptyState icon={MonitorIcon} title={t("empty")} description={t("emptyDescription")} />}
          {...page}
        />
      </div>
      <SelectionBar selection={selection} matching={matching}>
        <RevokeChosen
          selected={selected.kind === "all" ? { kind: "all", filter } : selected}
          count={all ? (matching ?? 0) : count}
          onStarted={({ id }) => {
            setJobId(id);
            selection.clear();
          }}
        />
      </SelectionBar>
    </>
  );
}
