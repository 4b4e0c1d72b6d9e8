"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { FlagIcon } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { ReportCategory } from "@/features/reports/categories";
import { reportsChannel } from "@/features/reports/channels";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { ReportCursor } from "../../dto";
import { useReportColumns } from "./report-columns";
import {
  assignments,
  listInput,
  type ReportView,
  readReportView,
  reportsHref,
  shownCategories,
} from "./report-view";

/** The queue of reports, live; the choice stands in the address. */
export function Reports() {
  const t = useTranslations("moderation.reports");
  const utils = trpc.useUtils();
  const view = readReportView(useSearchParams());
  const show = (change: Partial<ReportView>) =>
    window.history.replaceState(null, "", reportsHref({ ...view, ...change }));
  const readAnew = () => {
    void utils.admin.moderation.list.invalidate();
    void utils.admin.moderation.counts.invalidate();
  };
  useChannel(reportsChannel, readAnew, readAnew);
  return (
    <Tabs
      value={view.status}
      onValueChange={(status) => show({ status: status as ReportView["status"] })}
      className="min-w-0 gap-4"
    >
      <div className="flex flex-wrap items-center gap-3">
        <TabsList aria-label={t("status")}>
          <TabsTrigger value="open">{t("open")}</TabsTrigger>
          <TabsTrigger value="closed">{t("closed")}</TabsTrigger>
        </TabsList>
        <Assignments view={view} onShow={show} />
        <Select
          value={view.category ?? "any"}
          onValueChange={(value) => show({ category: value === "any" ? null : (value as ReportCategory) })}
        >
          <SelectTrigger aria-label={t("category")} className="min-w-44">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value="any">{t("anyCategory")}</SelectItem>
            <Categories />
          </SelectContent>
        </Select>
      </div>
      <TabsContent value={view.status} className="min-w-0">
        <ReportTable view={view} />
      </TabsContent>
    </Tabs>
  );
}

function Categories() {
  const t = useTranslations("moderation.category");
  return shownCategories.map((each) => (
    <SelectItem key={each} value={each}>
      {t(each)}
    </SelectItem>
  ));
}

function Assignments({ view, onShow }: { view: ReportView; onShow: (change: Partial<ReportView>) => void }) {
  const t = useTranslations("moderation.reports");
  const format = useFormatter();
  const { data: counts } = trpc.admin.moderation.counts.useQuery();
  const countOf = (each: ReportView["assigned"]) => {
    if (!counts || view.status === "closed") return "";
    return ` (${format.number(counts[each === "all" ? "open" : each === "me" ? "mine" : "unassigned"])})`;
  };
  return (
    <Select
      value={view.assigned}
      onValueChange={(assigned) => onShow({ assigned: assigned as ReportView["assigned"] })}
    >
      <SelectTrigger aria-label={t("assigned")} className="min-w-44">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {assignments.map((each) => (
          <SelectItem key={each} value={each}>
            {t(each)}
            {countOf(each)}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

function ReportTable({ view }: { view: ReportView }) {
  const t = useTranslations("moderation.reports");
  const columns = useReportColumns(view.status);
  const pages = useCursorStack<ReportCursor>(reportsHref(view));
  const read = trpc.admin.moderation.list.useQuery(listInput(view, pages.cursor), {
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={read.data?.reports}
      rowKey={(report) => report.id}
      empty={
        <EmptyState
          icon={FlagIcon}
          title={t(`empty.${view.status}`)}
          description={t(`empty.${view.status}Description`)}
        />
      }
      {...page}
    />
  );
}
