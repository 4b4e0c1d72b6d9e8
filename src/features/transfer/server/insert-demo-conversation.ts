import type { Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import type { DemoDirect, DemoGroup } from "../demo/conversation";
import { parseScript, type ScriptMessage } from "../demo/parse-script";
import type { DemoName } from "../demo/people";
import { importKey } from "./import-key";
import type { DemoAccount } from "./insert-demo-people";
import { deterministicMessageId } from "./message-id";

/**
 * Makes one conversation of the demo with its members, read markers and messages, on the days before `now`.
 * Administrators who were there before own the public groups too; `joined` are their ids then.
 */
export async function insertDemoConversation(
  db: Queryable,
  talk: DemoGroup | DemoDirect,
  accounts: Map<DemoName, DemoAccount>,
  admins: string[],
  now: Date,
): Promise<{ id: string; messages: number; joined: string[] }> {
  const idOf = (name: DemoName) => (accounts.get(name) as DemoAccount).id;
  const script = parseScript(talk.script);
  const times = script.map((message) => timeOf(message, now));
  const [first, last] = [times[0] ?? now, times.at(-1) ?? now];
  const group = "key" in talk ? talk : null;
  const [row] = await db
    .insert(conversations)
    .values({
      ...(group
        ? {
            kind: "group" as const,
            visibility: group.visibility,
            name: group.name,
            description: group.description,
            importKey: importKey("demo", group.key),
          }
        : {
            kind: "direct" as const,
            visibility: "private" as const,
            directKey: talk.members.map(idOf).sort().join(":"),
          }),
      createdBy: idOf(talk.members[0] as DemoName),
      createdAt: first,
      lastActivityAt: last,
      lastSeq: script.length,
      revision: script.length,
    })
    .returning({ id: conversations.id });
  const { id: conversationId } = row as { id: string };

  const joined = group?.visibility === "public" ? admins : [];
  await db.insert(conversationMembers).values([
    ...talk.members.map((name, i) => ({
      conversationId,
      userId: idOf(name),
      role: group && i === 0 ? ("owner" as const) : ("member" as const),
      lastReadSeq: script.length - (talk.unread?.[name] ?? 0),
      joinedAt: first,
    })),
    ...joined.map((userId) => ({
      conversationId,
      userId,
      role: "owner" as const,
      lastReadSeq: script.length,
    })),
  ]);

  const ids = times.map((time, i) => deterministicMessageId(time.getTime(), [conversationId, String(i)]));
  await db.insert(messages).values(
    script.map(({ from, text, replyTo }, i) => ({
      id: ids[i] as string,
      conversationId,
      seq: i + 1,
      revision: i + 1,
      authorId: idOf(from),
      body: text,
      replyToId: replyTo === null ? null : ids[replyTo],
      createdAt: times[i] as Date,
    })),
  );
  return { id: conversationId, messages: script.length, joined };
}

/** The scripts speak of hours as the clock on this machine's wall shows them. */
function timeOf({ daysAgo, hours, minutes }: ScriptMessage, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hours, minutes);
}
