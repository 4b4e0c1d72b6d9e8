"use client";

import { FileTextIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import { useListView } from "@/components/data-table/use-list-view";
import { useChannel } from "@/components/listen";
import { Button } from "@/components/ui/button";
import { useReadSoon } from "@/components/use-read-soon";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import type { ConsoleChannel } from "@/lib/console-channels";
import { trpc } from "@/trpc/react";
import { useAuditColumns } from "./audit-columns";
import { AuditStatistics } from "./audit-statistics";
import { AuditTable } from "./audit-table";
import { auditRules } from "./audit-view";
import { ChainCard } from "./chain-card";
import { ExportMenu } from "./export-menu";
import { RecentExports } from "./recent-exports";
import { useAuditFilters } from "./use-audit-filters";

const channel: ConsoleChannel = "private-console-audit";

/** Everything that was audited; what is looked at stands in the address, and new entries come by themselves. */
export function Audit() {
  const t = useTranslations("audit");
  const utils = trpc.useUtils();
  const list = useListView(auditRules);
  const columns = useKeptColumns("audit", useAuditColumns());
  const filters = useAuditFilters();
  const readAnew = useReadSoon(() => utils.admin.audit.invalidate());
  useChannel(channel, readAnew, readAnew);
  return (
    <div className="grid min-w-0 gap-5 [&>*]:min-w-0">
      <ChainCard />
      <TableToolbar
        list={list}
        search={{ label: t("search"), hint: t("searchHint") }}
        filters={filters}
        columns={columns}
      >
        <SavedViewsMenu list="audit" view={list} />
        <ExportMenu view={list.view} />
        <Button variant="outline" size="sm" asChild>
          <Link href="/admin/audit/report">
            <FileTextIcon aria-hidden="true" />
            {t("report.link")}
          </Link>
        </Button>
      </TableToolbar>
      <AuditStatistics view={list.view} />
      <AuditTable list={list} columns={columns.shown} />
      <RecentExports />
    </div>
  );
}
