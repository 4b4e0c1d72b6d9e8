"use client";

import {
  BookmarkIcon,
  BookmarkMinusIcon,
  CopyIcon,
  FlagIcon,
  ForwardIcon,
  HistoryIcon,
  LinkIcon,
  PencilIcon,
  PinIcon,
  PinOffIcon,
  SmilePlusIcon,
  Trash2Icon,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { notify } from "@/components/notify";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { messagePath } from "@/features/conversations/conversation-path";
import { copyText } from "@/lib/copy-text";
import { trpc } from "@/trpc/react";
import type { Message } from "../../dto";
import {
  canDeleteMessage,
  canEditMessage,
  canPinMessages,
  canReportMessage,
  canSeeRevisions,
} from "../../policy";
import { useMessageActs } from "./message-acts";
import { MessageMenuButton } from "./message-menu-button";

/** Everything else that can be done with a message: only what the server will allow; open at first. */
export function OpenedMessageMenu({ message }: { message: Message }) {
  const t = useTranslations("chat.message");
  const reports = useTranslations("reports");
  const acts = useMessageActs();
  const { threads } = trpc.useUtils().messages;
  const { account, conversation, savedIds, deletionMinutes: windowMinutes, show } = acts;
  const isSaved = savedIds.has(message.id);
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) void notify("success", done);
    else void notify("error", t("copyFailed"));
  };
  const { conversationId, seq, threadRootId } = message;
  // A thread is shown with its first message.
  const thread = threadRootId && threads.get.getData({ conversationId, rootId: threadRootId });
  const path = thread
    ? messagePath(conversationId, thread.root.seq, seq)
    : threadRootId === null && messagePath(conversationId, seq);
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <MessageMenuButton />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="min-w-48">
        {canEditMessage(account, message) && (
          <Item icon={PencilIcon} text={t("edit")} onSelect={() => acts.edit(message)} />
        )}
        <Item icon={CopyIcon} text={t("copyText")} onSelect={() => copy(message.body, t("textCopied"))} />
        {path && (
          <Item
            icon={LinkIcon}
            text={t("copyLink")}
            onSelect={() => copy(new URL(path, window.location.origin).href, t("linkCopied"))}
          />
        )}
        <Item icon={ForwardIcon} text={t("forward")} onSelect={() => show({ kind: "forward", message })} />
        <Item
          icon={isSaved ? BookmarkMinusIcon : BookmarkIcon}
          text={isSaved ? t("unsave") : t("save")}
          onSelect={() => acts.toggleSaved(message)}
        />
        {canPinMessages(account, conversation) && (
          <Item
            icon={message.pinnedAt ? PinOffIcon : PinIcon}
            text={message.pinnedAt ? t("unpin") : t("pin")}
            onSelect={() => acts.togglePin(message)}
          />
        )}
        {message.reactions.length > 0 && (
          <Item
            icon={SmilePlusIcon}
            text={t("whoReacted")}
            onSelect={() => show({ kind: "reactions", message })}
          />
        )}
        {message.editedAt && canSeeRevisions(account, conversation, message) && (
          <Item
            icon={HistoryIcon}
            text={t("history")}
            onSelect={() => show({ kind: "revisions", message })}
          />
        )}
        {canReportMessage(account, message) && (
          <>
            <DropdownMenuSeparator />
            <Item
              icon={FlagIcon}
              text={reports("report")}
              onSelect={() => show({ kind: "report", message })}
            />
          </>
        )}
        {canDeleteMessage(account, conversation, message, { now: new Date(), windowMinutes }) && (
          <>
            <DropdownMenuSeparator />
            <Item
              icon={Trash2Icon}
              text={t("delete")}
              variant="destructive"
              onSelect={() => acts.remove(message)}
            />
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

type ItemProps = ComponentProps<typeof DropdownMenuItem> & { icon: typeof CopyIcon; text: string };

function Item({ icon: Icon, text, ...props }: ItemProps) {
  return (
    <DropdownMenuItem {...props}>
      <Icon aria-hidden="true" />
      {text}
    </DropdownMenuItem>
  );
}
