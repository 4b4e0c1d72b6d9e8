"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import type { Message } from "../dto";
import { useMessageActs } from "./actions/message-acts";
import { ReactButton } from "./emoji/react-button";

/** The reactions to a message: each can be joined or taken back, and more added. */
export function ReactionRow({ message }: { message: Message }) {
  const t = useTranslations("chat.message");
  const { account, toggleReaction } = useMessageActs();
  if (message.reactions.length === 0) return null;
  return (
    <ul aria-label={t("reactions")} className="mt-1 flex flex-wrap items-center gap-1">
      {message.reactions.map(({ emoji, count, userIds }) => {
        const own = userIds.includes(account.id);
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={own}
              aria-label={t("reaction", { emoji, count })}
              onClick={() => toggleReaction(message, emoji)}
              className={cn(
                "flex h-7 items-center gap-1.5 rounded-full border px-2 text-sm tabular-nums hover:border-primary",
                own ? "border-primary bg-accent text-accent-foreground" : "bg-card",
              )}
            >
              <span aria-hidden="true">{emoji}</span>
              <span className="text-xs">{count}</span>
            </button>
          </li>
        );
      })}
      <li>
        <ReactButton
          onPick={(emoji) => toggleReaction(message, emoji)}
          label={t("addReaction")}
          className="flex size-7 items-center justify-center rounded-full text-muted-foreground hover:bg-accent [&_svg]:size-4"
        />
      </li>
    </ul>
  );
}
