import { and, inArray, isNull } from "drizzle-orm";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The names of people and groups, as far as they still have one: a deleted person has none. */
export async function nameThings(
  things: { type: string; id: string }[],
): Promise<(type: string, id: string) => string | null> {
  const { db } = database();
  const idsOf = (type: string) => [
    ...new Set(things.filter((thing) => thing.type === type && uuid.test(thing.id)).map(({ id }) => id)),
  ];
  const people = idsOf("user");
  const groups = idsOf("conversation");
  const [userRows, groupRows] = await Promise.all([
    people.length > 0
      ? db
          .select({ id: users.id, name: users.displayName })
          .from(users)
          .where(and(inArray(users.id, people), isNull(users.erasedAt)))
      : [],
    groups.length > 0
      ? db
          .select({ id: conversations.id, name: conversations.name })
          .from(conversations)
          .where(inArray(conversations.id, groups))
      : [],
  ]);
  const names = new Map([...userRows, ...groupRows].map(({ id, name }) => [id, name]));
  return (type, id) => (type === "user" || type === "conversation" ? (names.get(id) ?? null) : null);
}
