import { z } from "zod";
import { messageBodyMaximum } from "@/features/messages/body-maximum";

/** Names of people, channels and lines are database keys: bounded. */
const nameMaximum = 200;
/** Clocks differ: a message may claim to be this much younger than now. */
const clockToleranceMs = 24 * 60 * 60 * 1_000;

/** What PostgreSQL can hold: no NUL, no half of a surrogate pair. Everything else stays as it is. */
const storable = (text: string) => text.replaceAll("\0", "").replace(/\p{Cs}/gu, "\ufffd");

const name = (field: string) =>
  z
    .string(`"${field}" is missing or is not a text`)
    .transform(storable)
    .refine((value) => /[^\p{Cc}\p{Cf}\p{Z}]/u.test(value), `"${field}" has no visible character`)
    .refine((value) => value.length <= nameMaximum, `"${field}" is longer than ${nameMaximum} characters`);

/** One line of a file to import. Fields that are not listed are ignored. */
export const importedLine = z.object({
  id: name("id"),
  channel: name("channel"),
  at: z
    .string('"at" is missing or is not a text')
    .pipe(z.iso.datetime({ offset: true, error: '"at" is not a time in ISO 8601 with "Z" or an offset' }))
    .transform((value) => Date.parse(value))
    .refine((ms) => ms >= 0, '"at" lies before 1970')
    .refine((ms) => ms <= Date.now() + clockToleranceMs, '"at" lies in the future'),
  from: name("from"),
  text: z
    .string('"text" is missing or is not a text')
    .transform(storable)
    .refine((value) => value.trim() !== "", '"text" is empty')
    .refine(
      (value) => value.length <= messageBodyMaximum,
      `"text" is longer than ${messageBodyMaximum} characters`,
    ),
  replyTo: z.string('"replyTo" is not a text').transform(storable).nullish(),
});
export type ImportedLine = z.infer<typeof importedLine>;

/** Names the system that a file comes from: the same nickname of another system is another person. */
export const sourceValue = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
