import { describe, expect, it } from "vitest";
import { z } from "zod";
import { authRoutes } from "@/rest/auth-routes";
import { appRouter } from "@/trpc/root";

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

/** Texts whose form leaves them no room. */
const formats = new Set(["uuid", "date", "date-time", "ipv4", "ipv6", "cidrv4", "cidrv6"]);
/** A whole pattern in which nothing may be repeated without end. */
const isShort = (pattern = "") => /^\^.*\$$/.test(pattern) && !/[*+]|,\}/.test(pattern);

/** Where a schema lets something in without end, by the path to it. */
function openEnds(schema: Schema, path: string): string[] {
  const { type, anyOf, oneOf, allOf } = schema;
  const choices = anyOf ?? oneOf;
  if (choices) return choices.flatMap((each) => openEnds(each, path));
  // All of them hold: one that bounds is enough.
  if (allOf) return allOf.some((each) => openEnds(each, path).length === 0) ? [] : [path];
  if (schema.const !== undefined || schema.enum || type === "boolean" || type === "null") return [];
  if (type === "string")
    return schema.maxLength !== undefined || formats.has(schema.format ?? "") || isShort(schema.pattern)
      ? []
      : [`${path}: string`];
  if (type === "number" || type === "integer") {
    const least = schema.minimum ?? schema.exclusiveMinimum;
    const most = schema.maximum ?? schema.exclusiveMaximum;
    return least !== undefined && most !== undefined ? [] : [`${path}: number`];
  }
  if (type === "array") {
    const ends = schema.maxItems === undefined && !schema.prefixItems ? [`${path}: array`] : [];
    const items = [...(schema.prefixItems ?? []), ...(schema.items ? [schema.items] : [])];
    return [...ends, ...items.flatMap((each) => openEnds(each, `${path}[]`))];
  }
  if (type === "object") {
    const { properties = {}, additionalProperties } = schema;
    const inside = Object.entries(properties).flatMap(([key, each]) => openEnds(each, `${path}.${key}`));
    return additionalProperties === false ? inside : [...inside, `${path}: unknown keys`];
  }
  return [`${path}: anything`];
}

/** What browsers say of a new passkey is not ours to name: all but what is used is left out, of any length up to the body's. */
const ofBrowsers: Record<string, string[]> = {
  "passkeys.add": [
    ".registration.clientExtensionResults: anything",
    ".registration.response: unknown keys",
    ".registration: unknown keys",
  ],
};

const openEndsOf = (input: unknown) =>
  openEnds(z.toJSONSchema(input as z.ZodType, { io: "input", unrepresentable: "any" }) as Schema, "");

type Procedure = { _def: { inputs: unknown[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

describe("every text, list and number that may be sent has an end, and unknown keys are refused", () => {
  it("finds what has none", () => {
    const open = z.strictObject({
      text: z.string(),
      word: z.string().regex(/^\w+$/),
      list: z.array(z.uuid()),
      number: z.number().min(1),
      loose: z.looseObject({}),
      any: z.unknown(),
      fine: z.array(z.union([z.enum(["a"]), z.string().regex(/^[a-z]{2}$/)])).max(2),
    });
    expect(openEndsOf(open)).toEqual([
      ".text: string",
      ".word: string",
      ".list: array",
      ".number: number",
      ".loose: unknown keys",
      ".any: anything",
    ]);
  });

  it.each(procedures.filter(([, { _def }]) => _def.inputs.length > 0))("%s", (path, { _def }) => {
    expect(_def.inputs.flatMap(openEndsOf)).toEqual(ofBrowsers[path] ?? []);
  });

  it.each(authRoutes.filter(({ input }) => input))("$path", ({ input }) => {
    expect(openEndsOf(input)).toEqual([]);
  });
});
