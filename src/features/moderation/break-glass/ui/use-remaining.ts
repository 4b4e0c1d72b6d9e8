"use client";

import { useEffect, useState } from "react";

/**
 * Seconds that are left of a time that the server measured, counted down.
 * @param remainingMs what was left when the answer came
 * @param answeredAt when that was, by this device's clock
 */
export function useRemaining(remainingMs: number, answeredAt: number): number {
  const endsAt = answeredAt + remainingMs;
  const [now, setNow] = useState(answeredAt);
  useEffect(() => {
    // The device's clock goes on while it sleeps: what was open then is over when it wakes.
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 500);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return Math.max(0, Math.ceil((endsAt - now) / 1_000));
}
