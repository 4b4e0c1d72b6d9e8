import { redirect } from "next/navigation";
import type { Actor } from "@/server/context";
import { headersContext } from "@/trpc/headers-context";

/** Whose account it is; whoever is not signed in is sent to do so and comes back to `path`. */
export async function requireOwnAccount(path: string): Promise<Actor> {
  const { actor } = await headersContext();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
