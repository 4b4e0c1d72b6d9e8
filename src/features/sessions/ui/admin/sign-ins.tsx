"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { KeyRoundIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { TableToolbar } from "@/components/data-table/table-toolbar";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { useKeptColumns } from "@/components/data-table/use-kept-columns";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { useReadSoon } from "@/components/use-read-soon";
import { SavedViewsMenu } from "@/features/saved-views/ui/saved-views-menu";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import { signInsChannel } from "../../events";
import { useAttemptColumns } from "./attempt-columns";
import { attemptsInput } from "./session-views";
import { SignInTimeline } from "./sign-in-timeline";

/** Every attempt to sign in, drawn over time and listed, live. */
export function SignIns({ list }: { list: ListViewState }) {
  const t = useTranslations("security.sessions");
  const utils = trpc.useUtils();
  const readAnew = useReadSoon(() =>
    Promise.all([utils.admin.sessions.timeline.invalidate(), utils.admin.sessions.attempts.invalidate()]),
  );
  useChannel(signInsChannel, readAnew, readAnew);
  const columns = useKeptColumns("sign-in-attempts", useAttemptColumns());
  const pages = useCursorStack<number>(list.search);
  const read = trpc.admin.sessions.attempts.useQuery(attemptsInput(list.view, pages.cursor), {
    placeholderData: keepPreviousData,
  });
  const page = useTablePage(pages, read, t("failed"));
  return (
    <>
      <SignInTimeline />
      <TableToolbar
        list={list}
        columns={columns}
        exportHref={(format) => `/api/admin/security/sign-ins/export?format=${format}&${list.search}`}
        filters={[
          {
            kind: "choice",
            id: "outcome",
            label: t("columns.outcome"),
            options: (["succeeded", "failed", "locked_out"] as const).map((outcome) => ({
              value: outcome,
              label: t(`outcome.${outcome}`),
            })),
          },
          { kind: "text", id: "person", label: t("username"), placeholder: "ada.lovelace" },
          { kind: "text", id: "address", label: t("address"), placeholder: "203.0.113.0/24" },
          { kind: "text", id: "country", label: t("country"), placeholder: t("countryHint") },
          { kind: "day", id: "from", label: t("from") },
          { kind: "day", id: "to", label: t("to") },
        ]}
      >
        <SavedViewsMenu list="sign-in-attempts" view={list} />
      </TableToolbar>
      <DataTable
        caption={t("attempts")}
        columns={columns.shown}
        rows={read.data?.attempts}
        rowKey={(attempt) => String(attempt.id)}
        empty={
          <EmptyState icon={KeyRoundIcon} title={t("noAttempts")} description={t("noAttemptsDescription")} />
        }
        {...page}
      />
    </>
  );
}
