"use client";

import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";

/** After a change of somebody's own factors: reads them anew and says what was done. */
export function useFactorsChanged(): (text: string) => Promise<void> {
  const client = trpc.useUtils();
  return async (text) => {
    await Promise.all([client.factors.status.invalidate(), client.passkeys.list.invalidate()]);
    void notify("success", text);
  };
}
