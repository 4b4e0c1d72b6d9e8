import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

/** The top of a pane: what it shows, then what can be done. */
export function PaneHeader({
  children,
  actions,
  className,
}: {
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={cn("flex h-14 shrink-0 items-center gap-1 border-b px-3 md:px-4", className)}>
      <div className="flex min-w-0 flex-1 items-center gap-3">{children}</div>
      {actions && <div className="-me-1.5 flex shrink-0 items-center gap-0.5">{actions}</div>}
    </header>
  );
}
