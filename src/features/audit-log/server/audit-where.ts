import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { auditActions, describeAction } from "@/server/audit/audit-actions";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { users } from "@/server/db/schema/users";
import type { AuditFilter } from "../input";

/** The condition that a filter means; nothing where it names nothing. */
export function auditWhere(filter: AuditFilter): SQL | undefined {
  const e = auditEntries;
  const { action, actor, targetType, targetId, from, to, ip, country, sessionId, requestId } = filter;
  return and(
    action ? eq(e.action, action) : undefined,
    // Reached by the index of (type, id) also where only the id is known.
    targetId && !targetType ? inArray(e.targetType, targetTypes) : undefined,
    targetType ? eq(e.targetType, targetType) : undefined,
    targetId ? eq(e.targetId, targetId) : undefined,
    actionsOf(filter),
    actor ? actorIs(actor) : undefined,
    from ? gte(e.at, new Date(from)) : undefined,
    to ? lt(e.at, new Date(to)) : undefined,
    ip ? (ip.includes("/") ? sql`${e.ip} <<= ${ip}::inet` : sql`${e.ip} = ${ip}::inet`) : undefined,
    country ? eq(e.country, country) : undefined,
    sessionId ? eq(e.sessionId, sessionId) : undefined,
    requestId ? eq(e.requestId, requestId) : undefined,
    filter.query ? wordsMatch(filter.query) : undefined,
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Entries outlive people, so that ids work for ever and user names as long as there is somebody of that name. */
function actorIs(actor: string): SQL {
  if (uuid.test(actor)) return eq(auditEntries.actorId, actor);
  return sql`${auditEntries.actorId} = (select ${users.id} from ${users} where ${users.username} = ${actor})`;
}

const targetTypes = [...new Set(Object.values(auditActions).map(({ target }) => target))];

/** Category and severity are no columns: they are the list of actions that have them. */
function actionsOf({ category, severity }: AuditFilter): SQL | undefined {
  if (!category && !severity) return undefined;
  const actions = Object.keys(auditActions).filter((action) => {
    const described = describeAction(action);
    if (category && described.category !== category) return false;
    // Whoever looks for what concerns security also wants its gravest part.
    return !severity || described.severity === severity || described.severity === "critical";
  });
  return inArray(auditEntries.action, actions);
}

/**
 * Each word is to be found; only those that end in a star as beginnings of one, because PostgreSQL cannot tell how
 * rare a beginning is, and would look through everything for a rare one.
 */
function wordsMatch(query: string): SQL | undefined {
  const words = query
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `'${word.replace(/['\\]/g, " ")}'${word.endsWith("*") ? ":*" : ""}`);
  if (words.length === 0) return undefined;
  return sql`${auditEntries.words} @@ to_tsquery('public.offchat', ${words.join(" & ")})`;
}
