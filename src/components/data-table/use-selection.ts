"use client";

import { useState } from "react";
import type { Selection } from "./selection";

/**
 * The rows chosen in a list, over its pages. A list of another scope (other filters) begins with none: nobody
 * acts on what is no longer shown.
 */
export function useSelection(scope: string): Selection {
  const [held, setHeld] = useState(none(scope));
  const { ids, all } = held.scope === scope ? held : none(scope);
  const hold = (next: Set<string>) => setHeld({ scope, ids: next, all: false });
  return {
    all,
    count: ids.size,
    selected: all ? { kind: "all" } : { kind: "these", ids: [...ids] },
    isSelected: (id) => all || ids.has(id),
    set: (rows, chosen) => {
      const next = new Set(all ? [] : ids);
      for (const id of rows) {
        if (chosen) next.add(id);
        else next.delete(id);
      }
      hold(next);
    },
    selectAll: () => setHeld({ scope, ids: new Set(), all: true }),
    clear: () => hold(new Set()),
  };
}

const none = (scope: string) => ({ scope, ids: new Set<string>(), all: false });
