"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { HourglassIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import { useCursorStack } from "@/components/data-table/use-cursor-stack";
import { EmptyState } from "@/components/empty-state";
import { FormattedTime } from "@/components/formatted-time";
import { useChannel } from "@/components/listen";
import { Badge } from "@/components/ui/badge";
import { usePersonName } from "@/components/use-person-name";
import { reportsChannel } from "@/features/reports/channels";
import { trpc } from "@/trpc/react";
import { useTablePage } from "@/trpc/use-table-page";
import type { HeldPage } from "../dto";
import { HeldDecision } from "./held-decision";

/** Messages that filters keep back, live. */
export function HeldMessages({ ownId }: { ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.held");
  const utils = trpc.useUtils();
  const pages = useCursorStack<NonNullable<HeldPage["nextCursor"]>>("held");
  const read = trpc.admin.moderation.held.list.useQuery(
    { cursor: pages.cursor },
    { placeholderData: keepPreviousData },
  );
  const page = useTablePage(pages, read, t("failed"));
  const readAnew = () => void utils.admin.moderation.held.list.invalidate();
  useChannel(reportsChannel, readAnew, readAnew);
  return (
    <DataTable
      caption={t("title")}
      rows={read.data?.held}
      rowKey={(held) => held.id}
      empty={<EmptyState icon={HourglassIcon} title={t("empty")} description={t("emptyDescription")} />}
      {...page}
      columns={[
        {
          id: "message",
          header: t("message"),
          namesRow: true,
          cell: ({ body, author, conversation, forwarded }) => (
            <div className="grid max-w-xl gap-1">
              <p className="text-sm">
                <bdi className="font-medium">{personName(author)}</bdi>{" "}
                <span className="text-muted-foreground">
                  {conversation.kind === "direct"
                    ? t("direct")
                    : t("group", { name: conversation.name ?? "" })}
                  {forwarded && ` · ${t("forwarded")}`}
                </span>
              </p>
              <p dir="auto" className="wrap-anywhere line-clamp-6 whitespace-pre-wrap text-sm">
                {body}
              </p>
            </div>
          ),
        },
        {
          id: "found",
          header: t("found"),
          cell: ({ found }) => (
            <Badge variant="outline">
              <bdi>{found}</bdi>
            </Badge>
          ),
        },
        {
          id: "since",
          header: t("since"),
          sorted: "ascending",
          cell: ({ createdAt }) => <FormattedTime value={createdAt} className="tabular-nums" />,
        },
        {
          id: "actions",
          header: t("decide"),
          hideHeader: true,
          className: "md:text-end",
          cell: (held) => <HeldDecision held={held} ownId={ownId} />,
        },
      ]}
    />
  );
}
