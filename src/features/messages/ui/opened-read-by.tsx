"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/submit-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import type { ReaderPage } from "@/features/conversations/receipts/dto";
import { trpc } from "@/trpc/react";
import { useKeptPages } from "@/trpc/use-kept-pages";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../dto";
import { type Receipt, ReceiptButton } from "./receipt-button";

/** Who has read a message; open at first. */
export function OpenedReadBy({ message, receipt }: { message: Message; receipt: Receipt }) {
  const t = useTranslations("presence.receipts");
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>
        <ReceiptButton receipt={receipt} />
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t("title", { count: receipt.count })} className="w-64 p-2">
        <Readers message={message} />
      </PopoverContent>
    </Popover>
  );
}

function Readers({ message: { id: messageId, conversationId } }: { message: Message }) {
  const personName = usePersonName();
  const t = useTranslations("presence.receipts");
  const problem = useProblem();
  const { client } = trpc.useUtils();
  const input = { conversationId, messageId };
  const readers = useInfiniteQuery({
    queryKey: getQueryKey(trpc.conversations.receipts.readers, input, "infinite"),
    queryFn: ({ pageParam: cursor }) => client.conversations.receipts.readers.query({ ...input, cursor }),
    initialPageParam: null as ReaderPage["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    gcTime: 0,
  });
  const pages = useKeptPages(readers);
  const total = pages.data?.pages.at(-1)?.total;
  return (
    <>
      <p className="px-2 py-1 font-medium text-sm">
        {pages.error
          ? problem(pages.error).text
          : total === undefined
            ? t("loading")
            : t("title", { count: total })}
      </p>
      <ul className="max-h-64 overflow-y-auto">
        {pages.data?.pages
          .flatMap((page) => page.readers)
          .map((reader) => (
            <li key={reader.id} className="flex items-center gap-2 px-2 py-1 text-sm">
              <UserAvatar id={reader.id} name={personName(reader)} size="xs" />
              <bdi className="truncate">{personName(reader)}</bdi>
            </li>
          ))}
      </ul>
      {pages.hasNextPage && (
        <SubmitButton
          variant="ghost"
          size="sm"
          className="w-full"
          pending={pages.isFetchingNextPage}
          pendingText={t("loading")}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("more")}
        </SubmitButton>
      )}
    </>
  );
}
