"use client";

import { getQueryKey } from "@trpc/react-query";
import { MessagesSquareIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { usePersonName } from "@/components/use-person-name";
import { messagePath } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { useProblem } from "@/trpc/use-problem";
import type { ThreadState } from "../../threads/dto";
import { unreadReplies } from "../../threads/unread-replies";
import { useLive } from "../live-context";
import { MessageBody } from "../message-body";

/** The threads that the signed-in person follows, the latest reply first. */
export function ThreadsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chat.threads");
  const more = useTranslations("chat.acts")("more");
  const problem = useProblem();
  const { client } = trpc.useUtils();
  const input = { limit: 20 };
  const pages = usePages(
    getQueryKey(trpc.messages.threads.list, input, "infinite"),
    client.messages.threads.list.query,
    input,
  );
  const threads = pages.data?.pages.flatMap((page) => page.threads);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[85dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        {pages.error ? (
          <ErrorState
            title={t("failed")}
            description={problem(pages.error).text}
            onRetry={() => void pages.refetch()}
          />
        ) : !threads ? (
          <Spinner className="mx-auto my-8" />
        ) : threads.length === 0 ? (
          <EmptyState icon={MessagesSquareIcon} title={t("none")} description={t("noneMeaning")} />
        ) : (
          <ul className="grid gap-3">
            {threads.map((thread) => (
              <Followed key={thread.root.id} thread={thread} onOpen={onClose} />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button variant="outline" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {more}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Followed({ thread, onOpen }: { thread: ThreadState; onOpen: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("chat");
  const { account } = useLive();
  const { root } = thread;
  const unread = unreadReplies(thread);
  return (
    <li className="rounded-md border p-3">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-xs">
        <bdi className="truncate font-semibold text-sm">{personName(root.author)}</bdi>
        <span className="text-muted-foreground">
          {t("thread.replies", { count: root.thread?.replyCount ?? 0 })}{" "}
          {root.thread && <RelativeTime value={root.thread.lastReplyAt} />}
        </span>
        {unread > 0 && <strong className="text-primary">{t("threads.unread", { count: unread })}</strong>}
        <ConversationLink
          href={messagePath(root.conversationId, root.seq)}
          onClick={onOpen}
          className="ms-auto shrink-0 font-medium text-primary underline-offset-2 hover:underline"
        >
          {t("message.goTo")}
        </ConversationLink>
      </p>
      {root.deletedAt ? (
        <p className="text-muted-foreground italic">{t("message.deleted")}</p>
      ) : (
        <MessageBody body={root.body} mentions={root.mentions} ownId={account.id} />
      )}
    </li>
  );
}
