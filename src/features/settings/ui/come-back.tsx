"use client";

import { useEffect } from "react";

/** How often the page asks whether the instance is open again, in milliseconds. */
const askEveryMs = 10_000;

/** Loads the address again, which then shows what it names, as soon as the instance is open. */
export function ComeBack() {
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch("/api/trpc/settings.public").catch(() => null);
      if (answer?.ok) window.location.reload();
    }, askEveryMs);
    return () => clearInterval(timer);
  }, []);
  return null;
}
