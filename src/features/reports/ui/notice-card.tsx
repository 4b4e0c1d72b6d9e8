"use client";

import { FlagIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** Something for the person to know, above the page until it is put away. */
export function NoticeCard({
  title,
  more,
  onPutAway,
  children,
}: {
  title: string;
  /** how many more there are */
  more: number;
  onPutAway: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("reports.result");
  return (
    <section
      role="status"
      aria-label={title}
      className="fixed inset-x-3 bottom-[calc(env(safe-area-inset-bottom)+0.75rem)] z-40 grid gap-3 rounded-lg border bg-popover p-4 text-popover-foreground shadow-lg sm:start-auto sm:w-96"
    >
      <div className="flex gap-3">
        <FlagIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
        <div className="grid min-w-0 gap-1 text-sm">
          <p className="font-medium">{title}</p>
          {children}
        </div>
      </div>
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted-foreground text-xs">{more > 0 ? t("more", { count: more }) : ""}</p>
        <Button size="sm" variant="outline" onClick={onPutAway}>
          {t("putAway")}
        </Button>
      </div>
    </section>
  );
}
