"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { PlusIcon, ShieldIcon } from "lucide-react";
import dynamic from "next/dynamic";
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
import { Button } from "@/components/ui/button";
import { useReadSoon } from "@/components/use-read-soon";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { limitsChannel, securityChannel } from "../../channels";
import { useIpRuleColumns } from "./ip-rule-columns";
import { RemoveChosen } from "./remove-chosen";
import { ruleFilterOf, rulesInput, rulesRules } from "./security-views";

const AddRuleDialog = dynamic(() => import("./add-rule-dialog").then((module) => module.AddRuleDialog));

/** Addresses that are blocked or always allowed; the filters stand in the address. */
export function IpRules() {
  const t = useTranslations("security.rules");
  const utils = trpc.useUtils();
  const list = useListView(rulesRules);
  const columns = useKeptColumns("ip-rules", useIpRuleColumns());
  const [adding, setAdding] = useState(false);
  const pages = useCursorStack<string>(list.search);
  const read = trpc.admin.security.ipRules.list.useQuery(rulesInput(list.view, pages.cursor), {
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  const filter = ruleFilterOf(list.view);
  const selection = useSelection(list.search);
  const { selected, all, count } = selection;
  const { data: matching } = trpc.admin.security.ipRules.countMatching.useQuery(filter, {
    enabled: all || count > 0,
    staleTime: 5_000,
  });
  const [jobId, setJobId] = useState<string>();
  const readAnew = useReadSoon(() => utils.admin.security.ipRules.list.invalidate());
  useChannel(securityChannel, readAnew, readAnew);
  useChannel(limitsChannel, readAnew, readAnew);
  const add = (
    <Button size="sm" onClick={() => setAdding(true)}>
      <PlusIcon aria-hidden="true" />
      {t("add")}
    </Button>
  );
  return (
    <div className="space-y-3">
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(undefined)} />}
      <TableToolbar
        list={list}
        columns={columns}
        exportHref={(format) => `/api/admin/security/rules/export?format=${format}&${list.search}`}
        filters={[
          {
            kind: "choice",
            id: "kind",
            label: t("effect"),
            options: [
              { value: "block", label: t("kind.block") },
              { value: "allow", label: t("kind.allow") },
            ],
          },
          { kind: "text", id: "address", label: t("network"), placeholder: "203.0.113.9" },
        ]}
      >
        <SavedViewsMenu list="ip-rules" view={list} />
        {add}
      </TableToolbar>
      <DataTable
        caption={t("title")}
        columns={columns.shown}
        rows={read.data?.rules}
        rowKey={(rule) => rule.id}
        rowName={({ network }) => network}
        selection={selection}
        empty={<EmptyState icon={ShieldIcon} title={t("empty")} description={t("emptyDescription")} />}
        {...page}
      />
      <SelectionBar selection={selection} matching={matching}>
        <RemoveChosen
          selected={selected.kind === "all" ? { kind: "all", filter } : selected}
          count={all ? (matching ?? 0) : count}
          onStarted={({ id }) => {
            setJobId(id);
            selection.clear();
          }}
        />
      </SelectionBar>
      {adding && <AddRuleDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
