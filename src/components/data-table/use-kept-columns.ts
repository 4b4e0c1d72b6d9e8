"use client";

import { useEffect, useState } from "react";
import { type Column, isChoosable } from "./column";

/**
 * Which columns somebody wants to see of a list, kept on this device.
 * @param list names the list
 */
export function useKeptColumns<Row>(list: string, columns: Column<Row>[]) {
  const key = `columns:${list}`;
  const [chosen, setChosen] = useState<Record<string, boolean>>({});

  // Not while rendering: the server does not know it.
  useEffect(() => {
    try {
      const kept = window.localStorage.getItem(key);
      if (kept) setChosen(JSON.parse(kept));
    } catch {
      // What is there was written by somebody else.
    }
  }, [key]);

  const isShown = (column: Column<Row>) =>
    !isChoosable(column) || (chosen[column.id] ?? !column.initiallyHidden);
  return {
    shown: columns.filter(isShown),
    choices: columns
      .filter(isChoosable)
      .map((column) => ({ id: column.id, label: column.header, shown: isShown(column) })),
    choose: (id: string, shown: boolean) => {
      const next = { ...chosen, [id]: shown };
      setChosen(next);
      window.localStorage.setItem(key, JSON.stringify(next));
    },
  };
}
