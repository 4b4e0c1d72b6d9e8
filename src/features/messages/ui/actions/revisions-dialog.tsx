"use client";

import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../../dto";
import { MessageBody } from "../message-body";
import { useMessageActs } from "./message-acts";

/** What a message says and said, newest first. */
export function RevisionsDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useTranslations("chat.acts");
  const problem = useProblem();
  const { account } = useMessageActs();
  const { client } = trpc.useUtils();
  const input = { conversationId: message.conversationId, messageId: message.id, limit: 20 };
  const pages = usePages(
    getQueryKey(trpc.messages.revisions, input, "infinite"),
    client.messages.revisions.query,
    input,
  );
  const revisions = pages.data?.pages.flatMap((page) => page.revisions);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[85dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("revisionsTitle")}</DialogTitle>
          <DialogDescription>{t("revisionsMeaning")}</DialogDescription>
        </DialogHeader>
        {pages.error ? (
          <ErrorState
            title={t("revisionsFailed")}
            description={problem(pages.error).text}
            onRetry={() => void pages.refetch()}
          />
        ) : !revisions ? (
          <Spinner className="mx-auto" />
        ) : (
          <ol className="grid gap-3">
            {revisions.map((revision) => (
              <li key={revision.version} className="rounded-md border p-3">
                <p className="mb-1 text-muted-foreground text-xs">
                  {t("version", { version: revision.version })} ·{" "}
                  <FormattedTime value={revision.writtenAt} style="full" />
                </p>
                <MessageBody body={revision.body} ownId={account.id} />
              </li>
            ))}
          </ol>
        )}
        {pages.hasNextPage && (
          <Button variant="outline" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {t("older")}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}
