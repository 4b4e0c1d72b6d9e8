"use client";

import dynamic from "next/dynamic";
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationSummary } from "@/features/conversations/dto";
import { canPost, isSlowed } from "@/features/conversations/policy";
import type { Message } from "../dto";
import { toReplyPreview } from "../reply-preview";
import { MessageActsProvider } from "./actions/message-acts-provider";
import { ArrivalAnnouncer } from "./arrival-announcer";
import { Composer } from "./composer";
import { EditComposer } from "./edit-composer";
import { useLive } from "./live-context";
import { MessagePaneHeader } from "./message-pane-header";
import { MessageTimeline } from "./message-timeline";
import { PostingNotice } from "./posting-notice";
import { useLinkedThread } from "./threads/use-linked-thread";
import { TypingLine } from "./typing-line";
import { useLastOwnMessage } from "./use-last-own-message";
import { usePaneCommands } from "./use-pane-commands";
import { useTyping } from "./use-typing";

const ThreadSheet = dynamic(() => import("./threads/thread-sheet").then((m) => m.ThreadSheet), {
  ssr: false,
});

const DayDialog = dynamic(() => import("./day-dialog").then((m) => m.DayDialog), { ssr: false });

type Props = {
  conversation: ConversationSummary;
  name: string;
  linkedSeq: number | null;
  /** the reply that the address leads to, in the thread of that message */
  linkedReplySeq: number | null;
  detailsShown: boolean;
};

/** One open conversation: its header, its messages and the field to write in. */
export function MessagePane({ conversation, name, linkedSeq, linkedReplySeq, detailsShown }: Props) {
  const { account, outgoing } = useLive();
  const typing = useTyping(conversation.id);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const [editing, setEditing] = useState<Message | null>(null);
  const [threadId, setThreadId] = useLinkedThread(conversation.id, linkedSeq, linkedReplySeq);
  const [choosingDay, setChoosingDay] = useState(false);
  const lastOwnMessage = useLastOwnMessage(conversation.id);
  const field = useRef<HTMLTextAreaElement>(null);

  // Where a keyboard would cover half of the screen, writing begins with a tap.
  useEffect(() => {
    if (linkedSeq === null && window.matchMedia("(hover: hover) and (min-width: 48rem)").matches) {
      field.current?.focus({ preventScroll: true });
    }
  }, [linkedSeq]);

  const reply = useCallback((message: Message) => {
    setReplyTo(message);
    field.current?.focus();
  }, []);

  const editLast = () => {
    const message = lastOwnMessage();
    if (message) setEditing(message);
    return message !== undefined;
  };
  usePaneCommands({
    conversation,
    detailsShown,
    editLast,
    write() {
      field.current?.focus();
      return field.current !== null;
    },
    goToDate: () => setChoosingDay(true),
  });

  const slowModeSeconds = isSlowed(conversation) ? conversation.slowModeSeconds : 0;
  const notice = !canPost(conversation) && <PostingNotice archived={conversation.archivedAt !== null} />;
  const stopEditing = () => {
    setEditing(null);
    requestAnimationFrame(() => field.current?.focus());
  };

  const send = (body: string) => {
    outgoing.add({
      id: uuidv7(),
      conversationId: conversation.id,
      body,
      replyTo: replyTo && toReplyPreview(replyTo),
      createdAt: new Date().toISOString(),
    });
    setReplyTo(null);
  };

  return (
    <MessageActsProvider conversation={conversation} onEdit={setEditing} onOpenThread={setThreadId}>
      <MessagePaneHeader conversation={conversation} name={name} detailsShown={detailsShown} />
      <MessageTimeline conversation={conversation} name={name} linkedSeq={linkedSeq} onReply={reply} />
      <ArrivalAnnouncer lastMessage={conversation.lastMessage} ownId={account.id} />
      <TypingLine conversation={conversation} userIds={typing.userIds} />
      {notice ? (
        notice
      ) : editing && editing.threadRootId === null ? (
        <EditComposer key={editing.id} message={editing} onDone={stopEditing} />
      ) : (
        <Composer
          slowModeSeconds={slowModeSeconds}
          ownId={account.id}
          conversationId={conversation.id}
          name={name}
          field={field}
          replyTo={replyTo}
          onCancelReply={() => setReplyTo(null)}
          onSend={send}
          onType={typing.say}
          onEditLast={editLast}
        />
      )}
      {choosingDay && <DayDialog conversationId={conversation.id} onClose={() => setChoosingDay(false)} />}
      {threadId && (
        <ThreadSheet
          rootId={threadId}
          linkedSeq={linkedReplySeq}
          name={name}
          slowModeSeconds={slowModeSeconds}
          notice={notice}
          editing={editing?.threadRootId === threadId ? editing : null}
          onEdited={() => setEditing(null)}
          onClose={() => setThreadId(null)}
        />
      )}
    </MessageActsProvider>
  );
}
