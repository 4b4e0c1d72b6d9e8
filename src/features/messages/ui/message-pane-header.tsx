"use client";

import { ArrowLeftIcon, PanelRightIcon, PinIcon, SearchIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PaneHeader } from "@/components/pane-header";
import { Button } from "@/components/ui/button";
import { runCommand } from "@/features/commands/handlers";
import { conversationPath, detailsPath, listPath } from "@/features/conversations/conversation-path";
import type { ConversationSummary } from "@/features/conversations/dto";
import { ConversationAvatar } from "@/features/conversations/ui/conversation-avatar";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { ConversationMenu } from "@/features/conversations/ui/conversation-menu";
import { useMembers } from "@/features/conversations/ui/use-members";
import { PresenceLine } from "@/features/presence/ui/presence-line";

const PinsDialog = dynamic(() => import("./pins-dialog").then((m) => m.PinsDialog), { ssr: false });

/** Which conversation this is, and the way to its details. */
export function MessagePaneHeader({
  conversation,
  name,
  detailsShown,
}: {
  conversation: ConversationSummary;
  name: string;
  detailsShown: boolean;
}) {
  const t = useTranslations("chat.header");
  const { id, kind, counterpart } = conversation;
  const { total } = useMembers(id, kind === "group");
  const [pinsShown, setPinsShown] = useState(false);
  const label = detailsShown ? t("hideDetails") : t("showDetails");
  return (
    <PaneHeader
      actions={
        <>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("searchHere")}
            title={t("searchHere")}
            onClick={() => runCommand("searchHere")}
          >
            <SearchIcon aria-hidden="true" />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("pins")}
            title={t("pins")}
            onClick={() => setPinsShown(true)}
          >
            <PinIcon aria-hidden="true" />
          </Button>
          <ConversationMenu conversation={conversation} />
          <Button asChild variant="ghost" size="icon" className={detailsShown ? "bg-accent" : undefined}>
            <ConversationLink
              href={detailsShown ? conversationPath(id) : detailsPath(id)}
              up={detailsShown}
              aria-label={label}
              title={label}
            >
              <PanelRightIcon aria-hidden="true" className="rtl:-scale-x-100" />
            </ConversationLink>
          </Button>
          {pinsShown && <PinsDialog conversationId={id} onClose={() => setPinsShown(false)} />}
        </>
      }
    >
      <Button asChild variant="ghost" size="icon" className="-ms-1.5 -me-2 md:hidden">
        <ConversationLink href={listPath} up aria-label={t("back")}>
          <ArrowLeftIcon aria-hidden="true" className="rtl:rotate-180" />
        </ConversationLink>
      </Button>
      <ConversationAvatar conversation={conversation} name={name} />
      <div className="grid min-w-0">
        <h2 className="truncate font-semibold text-[0.9375rem] leading-tight" dir="auto">
          {name}
        </h2>
        <p className="truncate text-muted-foreground text-xs">
          {kind === "direct"
            ? counterpart && (
                <>
                  <bdi>@{counterpart.username}</bdi>
                  {" · "}
                  <PresenceLine userId={counterpart.id} />
                </>
              )
            : total !== undefined && t("members", { count: total })}
          {kind === "group" && total === undefined && "\u00a0"}
        </p>
      </div>
    </PaneHeader>
  );
}
