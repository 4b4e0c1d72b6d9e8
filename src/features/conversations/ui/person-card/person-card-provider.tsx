"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { PersonCardContext } from "./person-card-context";

const PersonCard = dynamic(() => import("./person-card").then((m) => m.PersonCard), { ssr: false });

type Shown = { userId: string; anchor: HTMLElement; small: boolean };

/** Lets names and pictures below it show who somebody is: beside them, on a phone over the whole screen. */
export function PersonCardProvider({ ownId, children }: { ownId: string; children: ReactNode }) {
  const t = useTranslations("conversations.person");
  const [shown, setShown] = useState<Shown | null>(null);
  const open = useCallback(
    (userId: string, anchor: HTMLElement) =>
      setShown({ userId, anchor, small: window.matchMedia("(max-width: 47.99rem)").matches }),
    [],
  );
  const close = () => setShown(null);
  const returnFocus = (event: Event) => {
    event.preventDefault();
    shown?.anchor.focus({ preventScroll: true });
  };
  const card = shown && <PersonCard userId={shown.userId} ownId={ownId} onClose={close} />;
  return (
    <PersonCardContext value={open}>
      {children}
      {shown?.small ? (
        <Dialog open onOpenChange={close}>
          <DialogContent
            aria-describedby={undefined}
            onCloseAutoFocus={returnFocus}
            className="h-dvh max-w-none content-start rounded-none border-0 pt-14 sm:max-w-none"
          >
            <DialogTitle className="sr-only">{t("title")}</DialogTitle>
            {card}
          </DialogContent>
        </Dialog>
      ) : shown ? (
        <Popover open onOpenChange={close}>
          <PopoverAnchor virtualRef={{ current: shown.anchor }} />
          <PopoverContent
            align="start"
            collisionPadding={8}
            aria-label={t("title")}
            onCloseAutoFocus={returnFocus}
            className="w-80"
          >
            {card}
          </PopoverContent>
        </Popover>
      ) : null}
    </PersonCardContext>
  );
}
