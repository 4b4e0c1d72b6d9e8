"use client";

import { BellIcon, BellOffIcon, MailIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { isSilent, withMembership } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import { listPath } from "../conversation-path";
import type { ConversationSummary, Membership } from "../dto";
import { ConversationMenuButton } from "./conversation-menu-button";
import { goTo } from "./go-to";

const levels = ["default", "all", "mentions", "none"] as const;
const muteHours = [1, 8, 24];
/** What stands for ever: no clock of ours gets there. */
const forever = "9999-12-31T00:00:00.000Z";

/** What a conversation is to the person alone: a favourite, muted, marked as unread, notified of what; open at first. */
export function OpenedConversationMenu({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("groups.menu");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { id: conversationId, favourite, lastSeq } = conversation;
  const outcome = {
    onSuccess: (membership: Membership) =>
      utils.conversations.list.setData(
        conversationListInput,
        (list) => list && withMembership(list, conversationId, membership),
      ),
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const update = trpc.conversations.updateMembership.useMutation(outcome);
  const markUnread = trpc.conversations.markUnread.useMutation(outcome);
  const mute = (hours: number | null) =>
    update.mutate({
      conversationId,
      mutedUntil: hours === null ? forever : new Date(Date.now() + hours * 3_600_000).toISOString(),
    });
  const muted = isSilent({ ...conversation, notificationLevel: "all" }, Date.now());
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <ConversationMenuButton />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <DropdownMenuCheckboxItem
          checked={favourite}
          onCheckedChange={(checked) => update.mutate({ conversationId, favourite: checked === true })}
        >
          {t("favourite")}
        </DropdownMenuCheckboxItem>
        <DropdownMenuItem
          disabled={lastSeq === 0}
          onSelect={() => {
            markUnread.mutate({ conversationId, seq: lastSeq });
            goTo(listPath);
          }}
        >
          <MailIcon aria-hidden="true" />
          {t("markUnread")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        {muted ? (
          <DropdownMenuItem onSelect={() => update.mutate({ conversationId, mutedUntil: null })}>
            <BellIcon aria-hidden="true" />
            {t("unmute")}
          </DropdownMenuItem>
        ) : (
          <>
            <DropdownMenuLabel className="flex items-center gap-2 py-1 text-muted-foreground text-xs">
              <BellOffIcon aria-hidden="true" className="size-3.5" />
              {t("mute")}
            </DropdownMenuLabel>
            {muteHours.map((hours) => (
              <DropdownMenuItem key={hours} inset onSelect={() => mute(hours)}>
                {t("muteHours", { count: hours })}
              </DropdownMenuItem>
            ))}
            <DropdownMenuItem inset onSelect={() => mute(null)}>
              {t("muteForever")}
            </DropdownMenuItem>
          </>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuLabel className="py-1 text-muted-foreground text-xs">
          {t("level.title")}
        </DropdownMenuLabel>
        <DropdownMenuRadioGroup
          aria-label={t("level.title")}
          value={conversation.notificationLevel}
          onValueChange={(value) => {
            const notificationLevel = levels.find((level) => level === value);
            update.mutate({ conversationId, notificationLevel });
          }}
        >
          {levels.map((level) => (
            <DropdownMenuRadioItem key={level} value={level}>
              {t(`level.${level}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
