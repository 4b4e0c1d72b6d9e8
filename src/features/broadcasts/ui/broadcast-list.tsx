"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { MegaphoneIcon } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { EmptyState } from "@/components/empty-state";
import { useChannel } from "@/components/listen";
import { RelativeTime } from "@/components/relative-time";
import { usePersonName } from "@/components/use-person-name";
import { jobsChannel } from "@/features/jobs/events";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { Broadcast, BroadcastPage } from "../dto";

/** Every message that was sent to many, with how many have it and how many have read it. */
export function BroadcastList() {
  const t = useTranslations("broadcasts");
  const headingId = useId();
  const columns = useColumns();
  const utils = trpc.useUtils();
  const pages = useCursorStack<NonNullable<BroadcastPage["nextCursor"]>>("");
  const read = trpc.admin.broadcasts.list.useQuery(
    { cursor: pages.cursor, limit: 20 },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("listFailed"));
  const renew = () => {
    void utils.admin.broadcasts.list.invalidate();
    void utils.admin.broadcasts.scheduled.invalidate();
  };
  useChannel(jobsChannel, renew, renew);
  return (
    <section aria-labelledby={headingId} className="grid gap-3">
      <h2 id={headingId} className="font-semibold text-lg tracking-tight">
        {t("sent")}
      </h2>
      <DataTable
        caption={t("sent")}
        columns={columns}
        rows={read.data?.broadcasts}
        rowKey={(broadcast) => broadcast.id}
        empty={<EmptyState icon={MegaphoneIcon} title={t("none")} description={t("noneMeaning")} />}
        {...page}
      />
    </section>
  );
}

function useColumns(): Column<Broadcast>[] {
  const personName = usePersonName();
  const t = useTranslations("broadcasts");
  const format = useFormatter();
  return [
    {
      id: "title",
      header: t("columns.title"),
      cell: ({ title, body, sentBy }) => (
        <span className="grid max-w-md">
          <span className="truncate font-medium" dir="auto">
            {title}
          </span>
          <span className="truncate text-muted-foreground text-xs" dir="auto">
            {body}
          </span>
          {sentBy && (
            <span className="text-muted-foreground text-xs">{t("by", { name: personName(sentBy) })}</span>
          )}
        </span>
      ),
    },
    {
      id: "audience",
      header: t("columns.audience"),
      cell: ({ audience, important }) => (
        <>
          {t(`audience.${audience}`)}
          {important && <span className="block text-muted-foreground text-xs">{t("fields.important")}</span>}
        </>
      ),
    },
    {
      id: "delivered",
      header: t("columns.delivered"),
      cell: ({ delivered, total, jobId }) => (
        <span className="grid">
          <span className="tabular-nums">
            {format.number(delivered)} / {format.number(total)}
          </span>
          {jobId && (
            <Link href={`/admin/jobs/${jobId}`} className="text-xs underline underline-offset-2">
              {t("job")}
            </Link>
          )}
        </span>
      ),
    },
    {
      id: "read",
      header: t("columns.read"),
      cell: ({ read }) => <span className="tabular-nums">{format.number(read)}</span>,
    },
    {
      id: "sentAt",
      header: t("columns.sentAt"),
      cell: ({ sentAt }) => <RelativeTime value={sentAt} />,
    },
  ];
}
