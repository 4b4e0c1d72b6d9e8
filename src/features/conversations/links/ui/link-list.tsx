"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useClock } from "@/components/appearance-context";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useKeptPages } from "@/trpc/use-kept-pages";
import { useProblem } from "@/trpc/use-problem";
import type { InvitationLink, InvitationLinkPage } from "../dto";

/** The links of a group that still let people in; each can be revoked. */
export function LinkList({ conversationId }: { conversationId: string }) {
  const t = useTranslations("groups.links");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const list = useInfiniteQuery({
    queryKey: getQueryKey(trpc.conversations.links.list, { conversationId }, "infinite"),
    queryFn: ({ pageParam: cursor }) =>
      utils.client.conversations.links.list.query({ conversationId, cursor }),
    initialPageParam: null as InvitationLinkPage["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const pages = useKeptPages(list);
  const revoke = trpc.conversations.links.revoke.useMutation({
    onSuccess() {
      void utils.conversations.links.list.invalidate({ conversationId });
      void notify("success", t("revoked"));
    },
    onError: (error) => void notify("error", problem(error).text),
  });
  const links = pages.data?.pages.flatMap((page) => page.links);
  return (
    <section aria-labelledby="links-heading" className="border-t pt-4">
      <h3 id="links-heading" className="font-medium text-sm">
        {t("listTitle")}
      </h3>
      {links ? (
        <ul className="max-h-56 overflow-y-auto">
          {links.map((link) => (
            <LinkItem
              key={link.id}
              link={link}
              onRevoke={() => revoke.mutate({ conversationId, linkId: link.id })}
            />
          ))}
        </ul>
      ) : null}
      <p role="status" className="text-muted-foreground text-sm empty:hidden">
        {pages.isPending
          ? t("loading")
          : pages.error
            ? problem(pages.error).text
            : !links?.length && t("none")}
      </p>
      {pages.hasNextPage && (
        <SubmitButton
          variant="ghost"
          size="sm"
          pending={pages.isFetchingNextPage}
          pendingText={t("loading")}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("more")}
        </SubmitButton>
      )}
    </section>
  );
}

function LinkItem({ link, onRevoke }: { link: InvitationLink; onRevoke: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("groups.links");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const clock = useClock();
  const date = (value: string) =>
    format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short", ...clock, timeZone });
  const made = t("madeOn", {
    date: date(link.createdAt),
    name: link.createdBy ? personName(link.createdBy) : t("somebody"),
  });
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1 text-sm">
        <p>
          {t("used", { max: link.maxUses ?? 0, count: link.useCount })}
          {link.expiresAt && <> · {t("until", { date: date(link.expiresAt) })}</>}
        </p>
        <p className="truncate text-muted-foreground text-xs">{made}</p>
      </div>
      <Button size="sm" variant="outline" aria-label={`${t("revoke")}: ${made}`} onClick={onRevoke}>
        {t("revoke")}
      </Button>
    </li>
  );
}
