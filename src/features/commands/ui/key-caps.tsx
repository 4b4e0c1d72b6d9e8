"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useHydrated } from "@/components/use-hydrated";
import { cn } from "@/lib/cn";
import { parseKeys } from "../keys";
import { isApple } from "./is-apple";

const arrows: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", Enter: "↵", Escape: "Esc" };

/** Keys as they are printed on this device's keyboard. */
export function KeyCaps({ keys, className }: { keys: string; className?: string }) {
  const t = useTranslations("commands.keys");
  const apple = useHydrated() && isApple();
  const { mod, shift, alt, key } = parseKeys(keys);
  const caps = [
    ...(mod ? [apple ? "⌘" : t("ctrl")] : []),
    ...(alt ? [apple ? "⌥" : "Alt"] : []),
    ...(shift ? [apple ? "⇧" : t("shift")] : []),
    arrows[key] ?? key,
  ];
  return (
    <span className={cn("inline-flex items-center gap-1 text-xs", className)} dir="ltr">
      {caps.map((cap) => (
        <Fragment key={cap}>
          <kbd className="min-w-5 rounded border bg-muted px-1 py-px text-center font-sans text-muted-foreground">
            {cap}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
}
