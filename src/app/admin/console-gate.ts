import { notFound, redirect } from "next/navigation";
import { can, canOpenConsole, type Permission } from "@/lib/permissions";
import type { Actor } from "@/server/context";
import { headersContext } from "@/trpc/headers-context";

/** Whose request Next is answering, when their role has a part in the console, else null. */
export async function currentConsoleActor(): Promise<Actor | null> {
  const { actor } = await headersContext();
  return actor && canOpenConsole(actor) ? actor : null;
}

/**
 * The gate of every page of the console. Whoever is not signed in is sent to do so and comes back;
 * whoever lacks the permission is told what anybody is told of a page that does not exist.
 * @param permission what the page needs; null: any part in the console
 * @param path the page's own address
 */
export async function requirePermission(permission: Permission | null, path: string): Promise<Actor> {
  const { actor } = await headersContext();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (permission === null ? !canOpenConsole(actor) : !can(actor, permission)) notFound();
  return actor;
}
