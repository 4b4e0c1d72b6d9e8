"use client";

import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Selection } from "./selection";

/** Says how many rows are chosen, offers all that match, and holds what can be done with them. */
export function SelectionBar({
  selection,
  matching,
  children,
}: {
  selection: Selection;
  /** how many rows the list's filters match; absent while that is not known */
  matching: number | undefined;
  /** buttons */
  children: ReactNode;
}) {
  const t = useTranslations("table");
  if (!selection.all && selection.count === 0) return null;
  return (
    <section
      aria-label={t("selection")}
      className="sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-lg border bg-popover p-2 ps-4 text-popover-foreground shadow-lg"
    >
      <p role="status" className="me-1 font-medium text-sm tabular-nums">
        {selection.all
          ? t("selectedAll", { count: matching ?? 0 })
          : t("selected", { count: selection.count })}
      </p>
      {!selection.all && matching !== undefined && matching > selection.count && (
        <Button variant="link" size="sm" className="px-1" onClick={selection.selectAll}>
          {t("selectAll", { count: matching })}
        </Button>
      )}
      <div className="ms-auto flex flex-wrap items-center gap-2">
        {children}
        <Button variant="ghost" size="icon-sm" aria-label={t("clearSelection")} onClick={selection.clear}>
          <XIcon aria-hidden="true" />
        </Button>
      </div>
    </section>
  );
}
