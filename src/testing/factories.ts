import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { ConversationSummary } from "@/features/conversations/dto";
import { createGroup as createGroupUseCase } from "@/features/conversations/server/create-group";
import type { Message } from "@/features/messages/dto";
import { sendMessage } from "@/features/messages/server/send-message";
import type { UserRole, UserStatus } from "@/features/users/dto";
import { insertAccount } from "@/features/users/server/insert-account";
import type { Actor, ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/** The password of everybody whom `createUser` makes. */
export const testPassword = "correct horse battery";

let made = 0;

/** An account with a name of its own: active and an ordinary user unless told otherwise. */
export async function createUser(
  wanted: { role?: UserRole; status?: UserStatus; username?: string; displayName?: string } = {},
): Promise<Actor> {
  const {
    role = "user",
    status = "active",
    username = `person-${++made}-${randomUUID().slice(0, 6)}`,
  } = wanted;
  const profile = { username, displayName: wanted.displayName ?? username, email: `${username}@example.org` };
  const id = await insertAccount(database().db, { ...profile, password: testPassword }, { role, status });
  return { id, ...profile, role };
}

/** Somebody whom an import brought: no e-mail address, no password, not active. */
export async function createImportedUser(username = `import-${++made}-${randomUUID().slice(0, 6)}`) {
  const [row] = await database()
    .db.insert(users)
    .values({ username, displayName: username, status: "deactivated", importKey: `test:${username}` })
    .returning();
  return row as typeof users.$inferSelect;
}

/** The context of a request by `actor`, as use-cases take it. */
export function actorContext(actor: Actor): ActorContext {
  return {
    requestId: randomUUID(),
    ip: "192.0.2.7",
    userAgent: "vitest",
    actor,
    enrolling: null,
    sessionId: null,
  };
}

/** A group that `owner` made, with `members` in it. */
export function createGroup(
  owner: Actor,
  members: Actor[] = [],
  wanted: { name?: string; visibility?: "public" | "private" } = {},
): Promise<ConversationSummary> {
  return createGroupUseCase(actorContext(owner), {
    name: wanted.name ?? `Group ${++made}`,
    description: "",
    visibility: wanted.visibility ?? "private",
    memberIds: members.map((each) => each.id),
  });
}

/** An id as clients make it for a message. */
export const newMessageId = () => v7();

/** A message by `author`, sent as a client would. */
export function sendText(
  author: Actor,
  conversationId: string,
  body: string,
  wanted: { id?: string; replyToId?: string; threadRootId?: string } = {},
): Promise<Message> {
  return sendMessage(actorContext(author), { id: newMessageId(), conversationId, body, ...wanted });
}
