"use client";

import { useOnDemand } from "@/components/use-on-demand";
import type { ConversationSummary } from "../dto";
import { ConversationMenuButton } from "./conversation-menu-button";

const load = () => import("./opened-conversation-menu").then((m) => m.OpenedConversationMenu);

/** What a conversation is to the person alone. */
export function ConversationMenu({ conversation }: { conversation: ConversationSummary }) {
  const { Opened, trigger } = useOnDemand(load);
  return Opened ? <Opened conversation={conversation} /> : <ConversationMenuButton {...trigger} />;
}
