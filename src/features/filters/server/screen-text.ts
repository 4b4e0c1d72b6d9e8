import { AppError } from "@/server/app-error";
import type { FilterMatch } from "../dto";
import { getFilters } from "./get-filters";

/**
 * What the filters say to a text: nothing, or that it is to be flagged or held. Throws MESSAGE_REFUSED, with what
 * was found, where a rule refuses it.
 */
export async function screenText(text: string): Promise<FilterMatch | null> {
  const match = (await getFilters())(text);
  if (match?.action === "refuse") throw new AppError("MESSAGE_REFUSED", { found: match.found });
  return match;
}
