import { notFound, redirect } from "next/navigation";
import type { Actor } from "@/server/context";
import { headersContext } from "@/trpc/headers-context";

/** The administrator whose request Next is answering, else null. */
export async function currentAdmin(): Promise<Actor | null> {
  const { actor } = await headersContext();
  return actor?.role === "admin" ? actor : null;
}

/**
 * The gate of every page of the console. Whoever is not signed in is sent to do so and comes back;
 * whoever is no administrator is told what anybody is told of a page that does not exist.
 * @param path the page's own address
 */
export async function requireAdmin(path: string): Promise<Actor> {
  const { actor } = await headersContext();
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return (await currentAdmin()) ?? notFound();
}
