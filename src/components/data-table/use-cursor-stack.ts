"use client";

import { useState } from "react";

export type CursorStack<Cursor> = {
  /** of the page that is shown; null: the first one */
  cursor: Cursor | null;
  /** counted from 1 */
  page: number;
  goOn: (next: Cursor) => void;
  goBack: () => void;
};

/**
 * Where the reader is in a keyset-paged list: the cursors of the pages from the second to the current
 * one, so that there is a way back. A list of another scope (other filters) starts at its first page.
 */
export function useCursorStack<Cursor>(scope: string): CursorStack<Cursor> {
  const [held, setHeld] = useState<{ scope: string; cursors: Cursor[] }>({ scope, cursors: [] });
  const cursors = held.scope === scope ? held.cursors : [];
  return {
    cursor: cursors.at(-1) ?? null,
    page: cursors.length + 1,
    goOn: (next: Cursor) => setHeld({ scope, cursors: [...cursors, next] }),
    goBack: () => setHeld({ scope, cursors: cursors.slice(0, -1) }),
  };
}
