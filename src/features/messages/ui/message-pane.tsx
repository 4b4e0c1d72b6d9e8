"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationSummary } from "@/features/conversations/dto";
import { canPost, isSlowed } from "@/features/conversations/policy";
import type { Message } from "../dto";
import { quoteLength } from "../quote-length";
import { ArrivalAnnouncer } from "./arrival-announcer";
import { Composer } from "./composer";
import { useLive } from "./live-context";
import { MessagePaneHeader } from "./message-pane-header";
import { MessageTimeline } from "./message-timeline";
import { PostingNotice } from "./posting-notice";
import { TypingLine } from "./typing-line";
import { useTyping } from "./use-typing";

type Props = {
  conversation: ConversationSummary;
  name: string;
  linkedSeq: number | null;
  detailsShown: boolean;
};

/** One open conversation: its header, its messages and the field to write in. */
export function MessagePane({ conversation, name, linkedSeq, detailsShown }: Props) {
  const { account, outgoing } = useLive();
  const typing = useTyping(conversation.id);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
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

  const send = (body: string) => {
    outgoing.add({
      id: uuidv7(),
      conversationId: conversation.id,
      body,
      replyTo: replyTo && {
        id: replyTo.id,
        seq: replyTo.seq,
        author: replyTo.author,
        excerpt: replyTo.body.slice(0, quoteLength),
      },
      createdAt: new Date().toISOString(),
    });
    setReplyTo(null);
  };

  return (
    <>
      <MessagePaneHeader conversation={conversation} name={name} detailsShown={detailsShown} />
      <MessageTimeline conversation={conversation} name={name} linkedSeq={linkedSeq} onReply={reply} />
      <ArrivalAnnouncer lastMessage={conversation.lastMessage} ownId={account.id} />
      <TypingLine conversation={conversation} userIds={typing.userIds} />
      {canPost(conversation) ? (
        <Composer
          slowModeSeconds={isSlowed(conversation) ? conversation.slowModeSeconds : 0}
          ownId={account.id}
          conversationId={conversation.id}
          name={name}
          field={field}
          replyTo={replyTo}
          onCancelReply={() => setReplyTo(null)}
          onSend={send}
          onType={typing.say}
        />
      ) : (
        <PostingNotice archived={conversation.archivedAt !== null} />
      )}
    </>
  );
}
