import { z } from "zod";

const host = String.raw`(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])`;
const origin = String.raw`https?:\/\/${host}(?::\d{1,5})?`;

/** Origins of other sites, with spaces or line breaks between them: no paths, no wildcards, not `null`. */
export const apiOriginsValue = z
  .string()
  .trim()
  .max(4_000)
  .regex(new RegExp(`^(?:${origin}(?:\\s+${origin})*)?$`));

/** The origins as browsers write them: without the port that goes without saying. */
export function originsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((each) => URL.canParse(each))
    .map((each) => new URL(each).origin);
}
