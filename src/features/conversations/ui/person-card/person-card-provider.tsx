"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useState } from "react";
import { PersonCardContext } from "./person-card-context";
import type { Shown } from "./shown-person-card";

const ShownPersonCard = dynamic(() => import("./shown-person-card").then((m) => m.ShownPersonCard), {
  ssr: false,
});

/** Lets names and pictures below it show who somebody is. */
export function PersonCardProvider({ ownId, children }: { ownId: string; children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const open = useCallback(
    (userId: string, anchor: HTMLElement) =>
      setShown({ userId, anchor, small: window.matchMedia("(max-width: 47.99rem)").matches }),
    [],
  );
  return (
    <PersonCardContext value={open}>
      {children}
      {shown && <ShownPersonCard shown={shown} ownId={ownId} onClose={() => setShown(null)} />}
    </PersonCardContext>
  );
}
