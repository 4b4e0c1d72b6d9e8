import { sql } from "drizzle-orm";
import { bigint, boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { users } from "./users";

/** A line of replies to one message, made by the first of them. */
export const threads = pgTable(
  "threads",
  {
    rootId: uuid("root_id")
      .primaryKey()
      .references(() => messages.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** `seq` of the newest reply, which is also their number. */
    lastSeq: bigint("last_seq", { mode: "number" }).notNull(),
    lastReplyAt: at("last_reply_at").notNull(),
  },
  (t) => [index("threads_conversation_idx").on(t.conversationId)],
);

/** A person's part in a thread. `rootId` names a message, so that one without replies can be followed. */
export const threadMembers = pgTable(
  "thread_members",
  {
    rootId: uuid("root_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    following: boolean("following").notNull(),
    /** Read marker: every reply up to and including this `seq` has been read. */
    lastReadSeq: bigint("last_read_seq", { mode: "number" }).notNull().default(0),
    /** The person's first reply; null while there is none. */
    firstReplySeq: bigint("first_reply_seq", { mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.rootId, t.userId] }),
    index("thread_members_following_idx").on(t.userId, t.rootId).where(sql`${t.following}`),
    index("thread_members_replied_idx")
      .on(t.rootId, t.firstReplySeq)
      .where(sql`${t.firstReplySeq} is not null`),
    index("thread_members_user_idx").on(t.userId),
  ],
);
