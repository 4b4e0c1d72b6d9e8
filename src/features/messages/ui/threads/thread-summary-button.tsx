"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import type { Message } from "../../dto";
import { useMessageActs } from "../actions/message-acts";

/** Under a message that opened a thread: who replied, how often and when; leads into it. */
export function ThreadSummaryButton({ message }: { message: Message }) {
  const personName = usePersonName();
  const t = useTranslations("chat.thread");
  const { openThread } = useMessageActs();
  const { thread } = message;
  if (!thread) return null;
  return (
    <button
      type="button"
      onClick={() => openThread(message.id)}
      className="mt-1 flex w-fit max-w-full items-center gap-2 rounded-md border border-transparent px-1 py-0.5 text-xs hover:border-border hover:bg-card"
    >
      <span className="flex -space-x-1" aria-hidden="true">
        {thread.participants.slice(0, 3).map((person) => (
          <UserAvatar key={person.id} id={person.id} name={personName(person)} size="xs" />
        ))}
      </span>
      <span className="font-medium text-primary">{t("replies", { count: thread.replyCount })}</span>
      <RelativeTime value={thread.lastReplyAt} className="text-muted-foreground" />
    </button>
  );
}
