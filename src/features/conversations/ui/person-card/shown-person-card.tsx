"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { PersonCard } from "./person-card";

export type Shown = { userId: string; anchor: HTMLElement; small: boolean };

/** Who somebody is, beside what was pressed; on a phone over the whole screen. */
export function ShownPersonCard({
  shown: { userId, anchor, small },
  ownId,
  onClose,
}: {
  shown: Shown;
  ownId: string;
  onClose: () => void;
}) {
  const t = useTranslations("conversations.person");
  const returnFocus = (event: Event) => {
    event.preventDefault();
    anchor.focus({ preventScroll: true });
  };
  const card = <PersonCard userId={userId} ownId={ownId} onClose={onClose} />;
  if (small) {
    return (
      <Dialog open onOpenChange={onClose}>
        <DialogContent
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="h-dvh max-w-none content-start rounded-none border-0 pt-14 sm:max-w-none"
        >
          <DialogTitle className="sr-only">{t("title")}</DialogTitle>
          {card}
        </DialogContent>
      </Dialog>
    );
  }
  return (
    <Popover open onOpenChange={onClose}>
      <PopoverAnchor virtualRef={{ current: anchor }} />
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
  );
}
