"use client";

import { FormattedTime } from "@/components/formatted-time";
import { useSystemText } from "@/features/conversations/ui/use-system-text";
import { cn } from "@/lib/cn";
import type { Message } from "../dto";
import { useLive } from "./live-context";

/** What the system noted in the history: who did what, and when. */
export function SystemNote({
  message,
  tabbable,
  highlighted,
}: {
  message: Message;
  tabbable: boolean;
  highlighted: boolean;
}) {
  const { account } = useLive();
  const systemText = useSystemText(account.id);
  if (!message.system) return null;
  return (
    <article
      tabIndex={tabbable ? 0 : -1}
      data-row={message.id}
      className={cn(
        "flex items-baseline justify-center gap-2 px-8 py-1 text-center text-muted-foreground text-xs outline-offset-[-2px]",
        highlighted && "animate-flash",
      )}
    >
      <bdi className="wrap-anywhere">{systemText(message.system, message.author)}</bdi>
      <FormattedTime value={message.createdAt} style="time" className="shrink-0" />
    </article>
  );
}
