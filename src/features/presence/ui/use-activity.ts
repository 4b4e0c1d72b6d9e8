"use client";

import { useEffect } from "react";
import { trpc } from "@/trpc/react";

/** The server is told at most this often that somebody is at the keyboard, in milliseconds. */
const tellEveryMs = 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Tells the server while the person uses this tab. What is only open says nothing, and becomes away. */
export function useActivity(): void {
  const utils = trpc.useUtils();
  useEffect(() => {
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      if (performance.now() - toldAt < tellEveryMs) return;
      toldAt = performance.now();
      utils.client.presence.touch.mutate().catch(() => {
        toldAt = Number.NEGATIVE_INFINITY;
      });
    };
    for (const sign of signs) window.addEventListener(sign, tell, { passive: true });
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [utils]);
}
