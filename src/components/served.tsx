import type { ReactNode } from "react";

/**
 * What the server rendered, left on the page as it is: nothing in it answers yet, and nothing is spent on taking it over.
 * For what is about to be replaced by something that looks the same.
 */
export function Served({ children }: { children: () => ReactNode }) {
  if (typeof window === "undefined") return <div>{children()}</div>;
  // React takes an element over without looking into it where it is told to set HTML, which it does not do then.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
}
