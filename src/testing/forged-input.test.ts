import { readdirSync } from "node:fs";
import { join } from "node:path";
import { TRPCError } from "@trpc/server";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { appRouter, createCaller } from "@/trpc/root";
import type { AccessRows } from "./access/outcomes";
import { people } from "./access/subjects";
import { actorContext, createGroup, createUser, sendText } from "./factories";

type Procedure = { _def: { type: "query" | "mutation"; inputs: unknown[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

const folder = join(import.meta.dirname, "access");
const tables = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith("-access.ts"))
    .map((file) => import(join(folder, file)) as Promise<Record<string, AccessRows>>),
);
const rows: AccessRows = Object.assign({}, ...tables.flatMap((table) => Object.values(table)));

const keysOf = (procedure: Procedure): string[] => {
  const [schema] = procedure._def.inputs;
  if (!schema) return [];
  const json = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" });
  return Object.keys(json.properties ?? {});
};

beforeAll(async () => {
  people.owner = await createUser();
  people.member = await createUser();
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof AppError) return cause.code;
    if (cause instanceof z.ZodError) return "BAD_INPUT";
    throw error;
  }
}

function call(caller: object, path: string, input: unknown): Promise<unknown> {
  const procedure = path
    .split(".")
    .reduce((level, key) => level[key as keyof typeof level] as object, caller) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure(input);
}

describe("mass assignment: what no form has", () => {
  const forged = {
    role: "admin",
    status: "active",
    isAdmin: true,
    userId2: "x",
    createdAt: 0,
    deletedAt: null,
  };
  const withObjects = procedures.filter(([, procedure]) => keysOf(procedure).length > 0);

  it("is tried at many procedures", () => expect(withObjects.length).toBeGreaterThan(50));

  it.each(withObjects)("is refused by %s", async (path, procedure) => {
    // Without an address: one-time links are limited by it, before anybody looks at the input.
    const admin = createCaller({ ...actorContext(await createUser({ role: "admin" })), ip: null });
    const valid = (await rows[path]?.input?.()) as object | undefined;
    const known = keysOf(procedure);
    for (const [key, value] of Object.entries(forged)) {
      if (known.includes(key)) continue;
      expect([key, await codeOf(call(admin, path, { ...valid, [key]: value }))]).toEqual([key, "BAD_INPUT"]);
    }
  });
});

describe("an id of another conversation, guessed or overheard, beside one's own", () => {
  const named = procedures.filter(([, procedure]) => {
    const keys = keysOf(procedure);
    return keys.includes("conversationId") && (keys.includes("messageId") || keys.includes("rootId"));
  });

  it("is tried at many procedures", () => expect(named.length).toBeGreaterThan(8));

  it.each(named)("gets nothing and changes nothing: %s", async (path, procedure) => {
    const mallory = await createUser();
    const own = await createGroup(mallory);
    const foreign = await createGroup(people.owner, [people.member]);
    const secret = await sendText(people.member, foreign.id, "for the members only");
    const valid = (await rows[path]?.input?.()) as object;
    const keys = keysOf(procedure);
    const ids = Object.fromEntries(
      ["messageId", "rootId"].filter((key) => keys.includes(key)).map((key) => [key, secret.id]),
    );
    const [before] = await database().db.select().from(messages).where(eq(messages.id, secret.id));
    const caller = createCaller(actorContext(mallory));
    const attempts = [own.id, foreign.id].map((conversationId) => ({ ...valid, conversationId, ...ids }));
    for (const input of attempts) {
      const answer = await call(caller, path, input).then(
        (value) => JSON.stringify(value ?? null),
        () => "refused",
      );
      expect(answer).not.toContain("for the members only");
    }
    const [after] = await database().db.select().from(messages).where(eq(messages.id, secret.id));
    expect(after).toEqual(before);
  });
});
