"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { BellButton } from "./bell-button";
import { NotificationCentre } from "./notification-centre";

/** The bell with the centre that it opens; open at first. */
export function OpenedBell({ count }: { count: number }) {
  const t = useTranslations("notifications");
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <BellButton count={count} />
      </PopoverTrigger>
      <PopoverContent
        align="start"
        collisionPadding={8}
        aria-label={t("title")}
        className="w-[min(26rem,calc(100vw-1rem))] p-0"
      >
        <NotificationCentre onClose={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}
