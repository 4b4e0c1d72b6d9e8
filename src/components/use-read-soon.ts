"use client";

import { useCallback, useEffect, useRef } from "react";
import { readInTurn } from "@/lib/read-in-turn";

/** How long whatever happens is read together, in milliseconds. */
const restMs = 3_000;

/** Returns how to ask for reading anew, which may be asked many times a second: see `readInTurn`. */
export function useReadSoon(read: () => Promise<unknown>): () => void {
  const latest = useRef(read);
  latest.current = read;
  const turn = useRef<ReturnType<typeof readInTurn>>(undefined);
  useEffect(() => {
    turn.current = readInTurn(() => latest.current(), restMs);
    return turn.current.end;
  }, []);
  return useCallback(() => turn.current?.ask(), []);
}
