"use client";

import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/use-person-name";
import type { Notification } from "../dto";

/** What happened, in a sentence without the text that was written; of a broadcast its title. */
export function useNotificationText() {
  const personName = usePersonName();
  const t = useTranslations("notifications.told");
  return (notification: Notification): string => {
    if (notification.kind === "broadcast") return notification.broadcast.title;
    const { kind, actor, others, emoji, conversation } = notification;
    const where = conversation.name === null ? "direct" : "group";
    const values = { actor: personName(actor), group: conversation.name ?? "" };
    if (kind === "reaction") return t("reaction", { ...values, others, emoji: emoji ?? "" });
    if (kind === "added") return t("added", values);
    return t(`${kind}.${where}`, values);
  };
}
