"use client";

import { RotateCwIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorState } from "@/components/error-state";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import { useSystemText } from "@/features/conversations/ui/use-system-text";
import type { Message } from "@/features/messages/dto";
import { useProblem } from "@/trpc/use-problem";
import { useGlassLine } from "./use-glass-line";

/** What is said in a conversation that the viewer may read for a time: as it was written, in its order. */
export function GlassMessages({
  grantId,
  ownId,
  threadRootId = null,
}: {
  grantId: string;
  ownId: string;
  threadRootId?: string | null;
}) {
  const t = useTranslations("oversight.glass");
  const problemOf = useProblem();
  const { line, error, loading, read, older } = useGlassLine(grantId, threadRootId);
  if (!line) {
    if (!error) return <Skeleton className="h-40 w-full" />;
    return (
      <ErrorState title={t("readFailed")} description={problemOf(error).text} onRetry={() => void read()} />
    );
  }
  return (
    <section aria-label={t(threadRootId ? "replies" : "messages")} className="grid min-w-0 gap-3">
      {line.hasOlder && (
        <Button
          size="sm"
          variant="outline"
          className="justify-self-center"
          disabled={loading}
          onClick={older}
        >
          {t("older")}
        </Button>
      )}
      {Boolean(error) && (
        <p role="alert" className="text-destructive text-sm">
          {problemOf(error).text}
        </p>
      )}
      {line.messages.length === 0 && <p className="text-muted-foreground text-sm">{t("silence")}</p>}
      {line.messages.length > 0 && (
        <ol className="rounded-lg border bg-card">
          {line.messages.map((message) => (
            <Said key={message.id} message={message} grantId={grantId} ownId={ownId} />
          ))}
        </ol>
      )}
      {!threadRootId && (
        <Button
          size="sm"
          variant="ghost"
          className="justify-self-center"
          disabled={loading}
          onClick={() => void read()}
        >
          <RotateCwIcon aria-hidden="true" />
          {t("newest")}
        </Button>
      )}
    </section>
  );
}

function Said({ message, grantId, ownId }: { message: Message; grantId: string; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("oversight.glass");
  const systemText = useSystemText(ownId);
  const [unfolded, setUnfolded] = useState(false);
  const { author, createdAt, editedAt, deletedAt, system, body, thread, replyTo, forwardedFrom } = message;
  if (system) {
    return (
      <li className="flex flex-wrap items-baseline gap-x-2 border-b px-4 py-2 text-muted-foreground text-xs last:border-b-0">
        <bdi className="wrap-anywhere">{systemText(system, author)}</bdi>
        <FormattedTime value={createdAt} />
      </li>
    );
  }
  return (
    <li className="grid gap-1 border-b px-4 py-3 text-sm last:border-b-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-medium">{personName(author)}</bdi>
        <FormattedTime value={createdAt} className="text-muted-foreground text-xs" />
        {editedAt && <span className="text-muted-foreground text-xs">({t("edited")})</span>}
      </p>
      {replyTo && (
        <p dir="auto" className="wrap-anywhere line-clamp-2 border-s-2 ps-2 text-muted-foreground text-xs">
          {personName(replyTo.author)}: {replyTo.deleted ? t("deleted") : replyTo.excerpt}
        </p>
      )}
      {forwardedFrom && (
        <p className="text-muted-foreground text-xs">
          {t("forwarded", { name: personName(forwardedFrom.author) })}
        </p>
      )}
      {deletedAt ? (
        <p className="text-muted-foreground italic">{t("deleted")}</p>
      ) : (
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          {body}
        </p>
      )}
      {thread && (
        <Button
          size="sm"
          variant="link"
          className="h-auto justify-self-start p-0"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t("thread", { count: thread.replyCount })}
        </Button>
      )}
      {thread && unfolded && (
        <div className="border-s-2 ps-3">
          <GlassMessages grantId={grantId} ownId={ownId} threadRootId={message.id} />
        </div>
      )}
    </li>
  );
}
