"use client";

import { useEffect, useState } from "react";

const pauseMs = 200;

/** What is being typed, trimmed, once the typing pauses. */
export function useDeferredSearch(query: string): string {
  const [settled, setSettled] = useState(query.trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled(query.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [query]);
  return settled;
}
