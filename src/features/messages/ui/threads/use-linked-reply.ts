"use client";

import { useEffect } from "react";
import type { MessagePage } from "../../dto";

type Options = {
  page: MessagePage | undefined;
  linkedSeq: number | null;
  loadOlder: () => Promise<void>;
};

/** Brings the reply that an address leads to on screen, older replies first being loaded; returns its id. */
export function useLinkedReply({ page, linkedSeq, loadOlder }: Options): string | null {
  const first = page?.messages[0]?.seq;
  const isOlder = linkedSeq !== null && first !== undefined && first > linkedSeq && page?.hasOlder === true;
  const linked = page?.messages.find(({ seq }) => seq === linkedSeq)?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each beginning
  useEffect(() => {
    if (isOlder) loadOlder().catch(() => {});
  }, [isOlder, first]);
  useEffect(() => {
    if (linked) document.querySelector(`[data-row="${linked}"]`)?.scrollIntoView({ block: "center" });
  }, [linked]);
  return linked;
}
