import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "./messages";

/**
 * Hands texts to the client components below it: those that every page needs, and the named ones. What
 * a page does not name, its visitors do not download.
 */
export async function MessagesProvider({
  namespaces = [],
  children,
}: {
  namespaces?: Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set<string>(["common", "errors", ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
