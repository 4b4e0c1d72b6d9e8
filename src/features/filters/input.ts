import { z } from "zod";
import { filterActions } from "./dto";
import { foldedWords } from "./folded-words";
import { hostOf } from "./link-hosts";

const action = z.enum(filterActions);
const enabled = z.boolean().default(true);
const text = z.string().trim().min(1).max(100);
const words = (value: string) => foldedWords(value).length;

/** A rule as it is kept: words and patterns are one word, a domain is a bare host. */
export const saveFilterInput = z.discriminatedUnion("kind", [
  z.strictObject({
    id: z.uuid().optional(),
    kind: z.literal("word"),
    text: text.refine((value) => words(value) === 1, "One word."),
    action,
    enabled,
  }),
  z.strictObject({
    id: z.uuid().optional(),
    kind: z.literal("phrase"),
    text: text.refine((value) => words(value) > 1, "Several words."),
    action,
    enabled,
  }),
  z.strictObject({
    id: z.uuid().optional(),
    kind: z.literal("pattern"),
    // At least two letters stand fast: "*" alone would find everything.
    text: text.refine((value) => /^\S+$/.test(value) && foldedWords(value).join("").length > 1, "A pattern."),
    action,
    enabled,
  }),
  z.strictObject({
    id: z.uuid().optional(),
    kind: z.literal("domain"),
    text: text.transform((value, ctx) => {
      const host = hostOf(value);
      if (!host) ctx.addIssue({ code: "custom", message: "A domain." });
      return host ?? value;
    }),
    action,
    enabled,
  }),
]);
export type SaveFilterInput = z.infer<typeof saveFilterInput>;

export const filterInput = z.strictObject({ id: z.uuid() });
export const tryFiltersInput = z.strictObject({ text: z.string().max(20_000) });
