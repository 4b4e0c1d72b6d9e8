"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { notify } from "@/components/notify";
import { usePersonName } from "@/components/use-person-name";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import { listPath, messagePath } from "@/features/conversations/conversation-path";
import { goTo } from "@/features/conversations/ui/go-to";
import { useConversationRoute } from "@/features/conversations/ui/use-conversation-route";
import type { MessageEvents } from "@/features/messages/events";
import { useLive } from "@/features/messages/ui/live-context";
import { trpc } from "@/trpc/react";
import type { Notification } from "../dto";
import type { NotificationEvents } from "../events";
import { messageCause } from "../message-cause";
import { notificationPath } from "../notification-path";
import { type Cause, shouldNotify } from "../policy";
import { isAttended, isTeller, shareAttention } from "./attended-tabs";
import { browserNoticeState, showBrowserNotice } from "./browser-notices";
import { playSound } from "./play-sound";
import { useNotificationText } from "./use-notification-text";

type Alert = {
  cause: Cause;
  /** Null for a broadcast. */
  conversationId: string | null;
  tag: string;
  title: string;
  body: string;
  path: string;
  /** Dealt with by opening it. */
  notificationId: string | null;
};

/**
 * Disturbs the person as they want it: with a sound, with a notice on the page while it can be seen (unless what
 * it is about is open there), with one of the browser while it cannot. One tab of a device does it.
 */
export function useAlerts(): void {
  const personName = usePersonName();
  const t = useTranslations("notifications");
  const utils = trpc.useUtils();
  const { connection, account } = useLive();
  const { conversationId: openId } = useConversationRoute();
  trpc.notifications.settings.get.useQuery();
  const markRead = trpc.notifications.markRead.useMutation();
  const textOf = useNotificationText();
  const held = (id: string) =>
    utils.conversations.list.getData(conversationListInput)?.conversations.find((c) => c.id === id);

  const disturb = async (told: Alert) => {
    const unknown =
      told.cause === "added" ? { notificationLevel: "default" as const, mutedUntil: null } : null;
    const membership = (told.conversationId && held(told.conversationId)) || unknown;
    // What happens while a page opens comes before its settings: it waits for them.
    const settings = await utils.notifications.settings.get.ensureData();
    if (!shouldNotify({ cause: told.cause, membership, settings, now: new Date() })) return;
    const attended = isAttended();
    if (attended && told.conversationId && openId === told.conversationId) return;
    if (!(await isTeller(told.tag))) return;
    if (settings.sounds) void playSound();
    const onOpen = () => {
      if (told.notificationId && told.conversationId) markRead.mutate({ ids: [told.notificationId] });
      goTo(told.path);
    };
    if (!attended) {
      if (browserNoticeState() === "on") void showBrowserNotice({ ...told, onOpen });
    } else if (told.cause === "broadcast") {
      void notify("info", told.title, { id: told.tag, description: told.body });
    } else if (told.cause !== "message") {
      const action = { label: t("show"), onClick: onOpen };
      void notify("info", told.title, { id: told.tag, description: told.body, action });
    }
  };

  const hear = useEffectEvent((name: string, data: unknown) => {
    if (name === "notification.created") {
      const { notification } = data as NotificationEvents["notification.created"];
      void disturb({ ...alertOf(notification), title: textOf(notification) });
    } else if (name === "message.created") {
      const { message } = data as MessageEvents["message.created"];
      const { id, conversationId, seq, author, body } = message;
      const conversation = held(conversationId);
      const cause = conversation && messageCause(message, conversation.kind, account.id);
      if (!cause) return;
      const where = conversation.name === null ? "direct" : "group";
      void disturb({
        ...{
          cause,
          conversationId,
          tag: id,
          body,
          path: messagePath(conversationId, seq),
          notificationId: null,
        },
        title: t(`told.message.${where}`, { actor: personName(author), group: conversation.name ?? "" }),
      });
    }
  });

  useEffect(() => connection?.onEvent((name, data) => hear(name, data)), [connection]);
  useEffect(() => shareAttention(), []);
}

function alertOf(notification: Notification): Omit<Alert, "title"> {
  const { id, kind } = notification;
  if (kind === "broadcast") {
    const { body } = notification.broadcast;
    return { cause: kind, conversationId: null, tag: id, body, path: listPath, notificationId: id };
  }
  const { conversation, message } = notification;
  return {
    ...{ cause: kind, conversationId: conversation.id, tag: message?.id ?? id, notificationId: id },
    body: message?.excerpt ?? "",
    path: notificationPath(notification),
  };
}
