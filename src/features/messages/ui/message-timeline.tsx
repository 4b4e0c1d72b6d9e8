"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ErrorState } from "@/components/error-state";
import { notify } from "@/components/notify";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { unreadCount } from "@/features/conversations/conversation-list";
import type { ConversationSummary } from "@/features/conversations/dto";
import { useProblem } from "@/trpc/use-problem";
import { dayOf } from "../day-of";
import type { Message } from "../dto";
import { toMessageRows } from "../message-rows";
import type { Timeline } from "../timeline";
import { ConversationBeginning } from "./conversation-beginning";
import { latestReceipt } from "./latest-receipt";
import { useLive } from "./live-context";
import { MessageList } from "./message-list";
import { MessageListSkeleton } from "./message-list-skeleton";
import { UnreadAbove } from "./unread-above";
import { useAttention } from "./use-attention";
import { useMarkRead } from "./use-mark-read";
import { useOutgoingIn } from "./use-outgoing";
import { useReceipts } from "./use-receipts";
import type { Jump } from "./use-scroll-place";
import { useTimeline } from "./use-timeline";

type Props = {
  conversation: ConversationSummary;
  name: string;
  /** the message that the address leads to */
  linkedSeq: number | null;
  onReply: (message: Message) => void;
};

/** The history of a conversation as it is read: where it begins, what is new, and jumps within it. */
export function MessageTimeline({ conversation, name, linkedSeq, onReply }: Props) {
  const t = useTranslations("chat.timeline");
  const { account, outgoing: queue } = useLive();
  const problem = useProblem();
  const { timeline, error, retry, load, loading, failed, replace, stretch } = useTimeline(conversation.id);
  const outgoing = useOutgoingIn(conversation.id, null, timeline?.messages);
  const timeZone = useLocalTimeZone();
  const [unreadAtOpen] = useState({
    after: conversation.lastSeq - unreadCount(conversation),
    upTo: conversation.lastSeq,
  });
  const [newestShown, setNewestShown] = useState(false);
  const [jump, setJump] = useState<Jump | null>(null);
  const attention = useAttention();
  const seen = attention && newestShown && timeline !== undefined && !timeline.hasNewer;
  useMarkRead(conversation, seen);

  const markers = useReceipts(conversation.id);
  const receipt = useMemo(() => {
    const latest = latestReceipt(timeline?.messages ?? [], markers, account.id);
    return latest && { ...latest, direct: conversation.kind === "direct" };
  }, [timeline?.messages, markers, account.id, conversation.kind]);
  const dayOfMessage = useMemo(() => dayOf(timeZone), [timeZone]);
  const rows = useMemo(
    () =>
      toMessageRows({
        messages: timeline?.messages ?? [],
        hasOlder: timeline?.hasOlder ?? false,
        outgoing: timeline?.hasNewer ? [] : outgoing,
        self: account,
        unreadAtOpen,
        dayOf: dayOfMessage,
      }),
    [
      timeline?.messages,
      timeline?.hasOlder,
      timeline?.hasNewer,
      outgoing,
      account,
      unreadAtOpen,
      dayOfMessage,
    ],
  );

  const held = useRef<Timeline>(timeline);
  held.current = timeline;
  const jumpTo = useCallback(
    async (seq: number) => {
      try {
        if (!holds(held.current, seq)) await replace(seq);
        setJump({ seq, nonce: Math.random() });
      } catch (failure) {
        void notify("error", problem(failure).text);
      }
    },
    [replace, problem],
  );
  const toNewest = useCallback(async () => {
    try {
      setJump(null);
      await replace();
    } catch (failure) {
      void notify("error", problem(failure).text);
    }
  }, [replace, problem]);

  const loaded = timeline !== undefined;
  useEffect(() => {
    if (linkedSeq !== null && loaded) void jumpTo(linkedSeq);
  }, [linkedSeq, loaded, jumpTo]);

  // What is written stands at the end, so the end has to be there to be seen.
  const writing = outgoing.some((message) => message.state === "sending");
  useEffect(() => {
    if (writing && held.current?.hasNewer) void toNewest();
  }, [writing, toNewest]);

  const handlers = useMemo(
    () => ({
      onReply,
      onJump: (seq: number) => void jumpTo(seq),
      onRetry: (id: string) => queue.retry(id),
      onDiscard: (id: string) => queue.discard(id),
    }),
    [onReply, jumpTo, queue],
  );

  if (!timeline) {
    if (!error) return <MessageListSkeleton />;
    const { text, requestId } = problem(error);
    return (
      <ErrorState
        className="flex-1"
        title={t("failed")}
        description={text}
        requestId={requestId}
        onRetry={retry}
      />
    );
  }
  const beginning = <ConversationBeginning conversation={conversation} name={name} ownId={account.id} />;
  if (rows.length === 0) {
    return <div className="flex min-h-0 flex-1 flex-col justify-end overflow-y-auto pb-6">{beginning}</div>;
  }
  const first = timeline.messages[0];
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <UnreadAbove unread={unreadAtOpen} firstHeld={first?.seq ?? 0} onJump={handlers.onJump} />
      <MessageList
        key={stretch}
        rows={rows}
        jump={jump}
        hasOlder={timeline.hasOlder}
        hasNewer={timeline.hasNewer}
        loading={loading}
        failed={failed}
        load={load}
        beginning={beginning}
        newCount={Math.max(0, conversation.lastSeq - conversation.lastReadSeq)}
        receipt={receipt}
        handlers={handlers}
        onNewestShown={setNewestShown}
        onJumpToNewest={() => void toNewest()}
      />
    </div>
  );
}

function holds(timeline: Timeline | undefined, seq: number): boolean {
  const oldest = timeline?.messages[0]?.seq;
  const newest = timeline?.messages.at(-1)?.seq;
  return oldest !== undefined && newest !== undefined && oldest <= seq && seq <= newest;
}
