"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { FlagIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { useSelection } from "@/components/data-table/use-selection";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { Button } from "@/components/ui/button";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { usePersonName } from "@/components/use-person-name";
import { reportsChannel } from "@/features/reports/channels";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { ReportCursor } from "../../dto";
import { DismissChosen } from "./dismiss-chosen";
import { useReportColumns } from "./report-columns";
import { listInput, reportsRules, statusOf } from "./reports-view";
import { useReportFilters } from "./use-report-filters";

/** The queue of reports, live; the view stands in the address. */
export function Reports({ mayExport }: { mayExport: boolean }) {
  const t = useTranslations("moderation.reports");
  const utils = trpc.useUtils();
  const personName = usePersonName();
  const list = useListView(reportsRules);
  const status = statusOf(list.view);
  const filters = useReportFilters(status);
  const columns = useKeptColumns("reports", useReportColumns(status));
  const selection = useSelection(list.search);
  const readAnew = () => {
    void utils.admin.moderation.list.invalidate();
    void utils.admin.moderation.counts.invalidate();
  };
  useChannel(reportsChannel, readAnew, readAnew);
  const pages = useCursorStack<ReportCursor>(list.search);
  const read = trpc.admin.moderation.list.useQuery(listInput(list.view, pages.cursor), {
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  const { status: shown, ...narrowing } = list.view.filters;
  const narrowed = Object.keys(narrowing).length > 0;
  return (
    <Tabs
      value={status}
      onValueChange={(next) => list.filter("status", next === "open" ? null : next)}
      className="min-w-0 gap-4"
    >
      <TabsList aria-label={t("status")}>
        <TabsTrigger value="open">{t("open")}</TabsTrigger>
        <TabsTrigger value="closed">{t("closed")}</TabsTrigger>
      </TabsList>
      <TabsContent value={status} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <TableToolbar
          list={list}
          filters={filters}
          columns={columns}
          exportHref={
            mayExport ? (format) => `/api/admin/reports/export?format=${format}&${list.search}` : undefined
          }
        >
          <SavedViewsMenu list="reports" view={list} />
        </TableToolbar>
        <DataTable
          caption={t("list")}
          columns={columns.shown}
          rows={read.data?.reports}
          rowKey={(report) => report.id}
          rowName={({ reported }) => personName(reported)}
          selection={status === "open" ? selection : undefined}
          empty={
            narrowed ? (
              <EmptyState
                icon={FlagIcon}
                title={t("empty.narrowed")}
                description={t("empty.narrowedDescription")}
              >
                <Button
                  variant="outline"
                  onClick={() => list.show({ filters: shown ? { status: shown } : {} })}
                >
                  {t("empty.clear")}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState
                icon={FlagIcon}
                title={t(`empty.${status}`)}
                description={t(`empty.${status}Description`)}
              />
            )
          }
          {...page}
        />
        <DismissChosen selection={selection} />
      </TabsContent>
    </Tabs>
  );
}
