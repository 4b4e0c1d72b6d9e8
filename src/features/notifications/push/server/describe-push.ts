import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { createTranslator } from "next-intl";
import { quoteLength } from "@/features/messages/excerpt";
import { getSetting } from "@/features/settings/server/get-settings";
import { loadMessages } from "@/i18n/messages";
import { nameOrErased } from "@/lib/erased";
import { type Locale, negotiateLocale } from "@/lib/locales";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { notificationSettings, notifications, pushSubscriptions } from "@/server/db/schema/notifications";
import { sessions } from "@/server/db/schema/sessions";
import { threadMembers } from "@/server/db/schema/threads";
import { users } from "@/server/db/schema/users";
import { notificationPath } from "../../notification-path";
import type { PushPayload } from "../dto";
import { lasting } from "./list-push-devices";

const author = alias(users, "author");
const root = alias(messages, "thread_root");

/** How a device is reached, and how its person wants to be told. */
export const deviceColumns = {
  endpoint: pushSubscriptions.endpoint,
  p256dh: pushSubscriptions.p256dh,
  auth: pushSubscriptions.auth,
  pushText: notificationSettings.pushText,
  locale: sql<string | null>`coalesce(${notificationSettings.locale}, ${users.locale})`,
};

export type Described = { endpoint: string; p256dh: string; auth: string; payload: PushPayload };

/** What a device is to show of a message, in its person's language; null where there is nothing to show any more. */
export async function describePush(push: {
  subscriptionId: string;
  messageId: string;
  kind: string;
}): Promise<Described | null> {
  const [row] = await database()
    .db.select({
      ...deviceColumns,
      actor: { id: author.id, username: author.username, displayName: author.displayName },
      conversation: { id: conversations.id, kind: conversations.kind, name: conversations.name },
      message: {
        id: messages.id,
        seq: sql<number>`coalesce(${root.seq}, ${messages.seq})`.mapWith(messages.seq),
        replySeq: sql<
          number | null
        >`case when ${messages.threadRootId} is not null then ${messages.seq} end`.mapWith(messages.seq),
        excerpt: sql<string>`left(${messages.body}, ${sql.raw(String(quoteLength))})`,
      },
    })
    .from(pushSubscriptions)
    .innerJoin(sessions, and(eq(sessions.id, pushSubscriptions.sessionId), lasting))
    .innerJoin(users, and(eq(users.id, pushSubscriptions.userId), eq(users.status, "active")))
    .innerJoin(messages, and(eq(messages.id, push.messageId), isNull(messages.deletedAt)))
    .innerJoin(author, eq(author.id, messages.authorId))
    .innerJoin(
      conversations,
      and(eq(conversations.id, messages.conversationId), isNull(conversations.deletedAt)),
    )
    .innerJoin(
      conversationMembers,
      and(eq(conversationMembers.conversationId, conversations.id), eq(conversationMembers.userId, users.id)),
    )
    .leftJoin(root, eq(root.id, messages.threadRootId))
    .leftJoin(
      threadMembers,
      and(eq(threadMembers.rootId, messages.threadRootId), eq(threadMembers.userId, users.id)),
    )
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .leftJoin(
      notifications,
      and(eq(notifications.userId, users.id), eq(notifications.key, sql`'message:' || ${messages.id}`)),
    )
    .where(
      and(
        eq(pushSubscriptions.id, push.subscriptionId),
        isNull(notifications.readAt),
        sql`${messages.seq} > case when ${messages.threadRootId} is null
          then ${conversationMembers.lastReadSeq} else coalesce(${threadMembers.lastReadSeq}, 0) end`,
      ),
    );
  if (!row) return null;
  const { endpoint, p256dh, auth, actor, conversation, message } = row;
  const showsText = row.pushText ?? (await getSetting("initialPushText"));
  const { t, erased } = await textsFor(negotiateLocale(row.locale ?? undefined, null));
  const where = conversation.name === null ? "direct" : "group";
  const kind = kinds.find((each) => each === push.kind) ?? "message";
  const payload: PushPayload = {
    title: t(`told.${kind}.${where}`, { actor: nameOrErased(actor, erased), group: conversation.name ?? "" }),
    body: showsText ? message.excerpt : t("push.hidden"),
    tag: message.id,
    path: notificationPath({ conversation, message }),
  };
  return { endpoint, p256dh, auth, payload };
}

const kinds = ["mention", "reply", "thread_reply"] as const;

/** What a push is worded in. */
export async function textsFor(locale: Locale) {
  const messages = await loadMessages(locale);
  return {
    t: createTranslator({ locale, messages, namespace: "notifications" }),
    erased: createTranslator({ locale, messages, namespace: "common" })("deletedPerson"),
  };
}
