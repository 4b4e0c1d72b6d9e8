import "server-only";
import { cache } from "react";
import type { UserPreferences } from "@/features/users/dto";
import { headersContext } from "./headers-context";
import { caller } from "./rsc";

/** What the person whose request Next is answering chose for themselves; null where nobody is signed in. */
export const ownPreferences = cache(async (): Promise<UserPreferences | null> => {
  const { actor } = await headersContext();
  return actor && (await caller()).users.preferences();
});
