import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SystemEvent } from "@/features/conversations/system-event";
import type { UserSummary } from "@/features/users/dto";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import type { Message } from "../dto";
import { quoteLength } from "../quote-length";

export const author = alias(users, "author");
export const quoted = alias(messages, "quoted");
export const quotedAuthor = alias(users, "quoted_author");

/** The columns of a `Message`, for a query that joins `author`, `quoted` and `quotedAuthor`. */
export const messageColumns = {
  id: messages.id,
  conversationId: messages.conversationId,
  seq: messages.seq,
  revision: messages.revision,
  kind: messages.kind,
  body: messages.body,
  system: messages.system,
  createdAt: messages.createdAt,
  author: { id: author.id, username: author.username, displayName: author.displayName },
  quoted: {
    id: quoted.id,
    seq: quoted.seq,
    excerpt: sql<string>`left(${quoted.body}, ${sql.raw(String(quoteLength))})`,
  },
  quotedAuthor: {
    id: quotedAuthor.id,
    username: quotedAuthor.username,
    displayName: quotedAuthor.displayName,
  },
};

export type MessageRow = Omit<Message, "createdAt" | "replyTo" | "system"> & {
  system: unknown;
  createdAt: Date;
  quoted: { id: string; seq: number; excerpt: string } | null;
  quotedAuthor: UserSummary | null;
};

/** What leaves the server of a message: the same for every viewer. */
export function toMessage({ quoted, quotedAuthor, createdAt, ...row }: MessageRow): Message {
  return {
    ...row,
    system: row.system as SystemEvent | null,
    replyTo: quoted && quotedAuthor ? { ...quoted, author: quotedAuthor } : null,
    createdAt: createdAt.toISOString(),
  };
}
