"use client";

import { ChevronLeftIcon, ChevronRightIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export type Paging = {
  /** counted from 1 */
  page: number;
  /** absent where there is no such page */
  onPrevious?: () => void;
  onNext?: () => void;
};

/** Leads through the pages of a list; nothing where everything fits on one. */
export function TablePaging({
  label,
  page,
  onPrevious,
  onNext,
  refreshing,
}: Paging & {
  label: string;
  /** a page is on its way: what leads on from it is not known yet */
  refreshing: boolean;
}) {
  const t = useTranslations("common.paging");
  if (!onPrevious && !onNext) return null;
  const step = (onClick?: () => void) =>
    onClick && !refreshing ? { onClick } : { "aria-disabled": true, className: faded };
  return (
    <nav aria-label={t("label", { list: label })} className="flex items-center justify-end gap-2 py-3">
      <p aria-live="polite" className="me-auto text-muted-foreground text-sm">
        {t("page", { page })}
      </p>
      <Button variant="outline" size="sm" {...step(onPrevious)}>
        <ChevronLeftIcon aria-hidden="true" className="rtl:rotate-180" />
        {t("previous")}
      </Button>
      <Button variant="outline" size="sm" {...step(onNext)}>
        {t("next")}
        <ChevronRightIcon aria-hidden="true" className="rtl:rotate-180" />
      </Button>
    </nav>
  );
}

// Not `disabled`: a button that has just led to the last page would lose the keyboard's focus.
const faded = "cursor-default opacity-50 hover:bg-background";
