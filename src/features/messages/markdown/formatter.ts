import { use, useSyncExternalStore } from "react";
import type { parseMarkdown } from "./parse-markdown";

type Formatter = typeof parseMarkdown;

let held: Formatter | null = null;
let loading: Promise<Formatter> | null = null;
/** Whether it is there, or out of reach. */
let settled = false;
const watchers = new Set<() => void>();

function settle(formatter: Formatter | null) {
  held = formatter;
  settled = true;
  for (const tell of watchers) tell();
}

/** Fetches what reads Markdown; when it is out of reach, asking again tries again. */
export function loadFormatter(): Promise<Formatter> {
  loading ??= import("./parse-markdown").then(
    (m) => {
      settle(m.parseMarkdown);
      return m.parseMarkdown;
    },
    (error) => {
      loading = null;
      settle(null);
      throw error;
    },
  );
  return loading;
}

const watch = (tell: () => void) => {
  watchers.add(tell);
  if (!held) loadFormatter().catch(() => {});
  return () => void watchers.delete(tell);
};

// As soon as the page's own code is there, while the page is being taken over.
if (typeof window !== "undefined") loadFormatter().catch(() => {});

/**
 * What reads Markdown, which no page waits for: null until it is there. The server, on which nobody has seen the text
 * yet, waits for it.
 */
export function useFormatter(): Formatter | null {
  const there = useSyncExternalStore(
    watch,
    () => held,
    () => held,
  );
  return typeof window === "undefined" ? (there ?? use(loadFormatter())) : there;
}

/** Whether texts will not look different any more: what reads them is there, or cannot be had. */
export function useFormatterSettled(): boolean {
  return useSyncExternalStore(
    watch,
    () => settled,
    () => false,
  );
}
