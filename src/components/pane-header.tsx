import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";

/** The top of a pane: on a phone the way back, then what the pane shows, then what can be done. */
export function PaneHeader({
  back,
  children,
  actions,
  className,
}: {
  back?: { label: string; href: string };
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={cn("flex h-14 shrink-0 items-center gap-1 border-b px-3 md:px-4", className)}>
      {back && (
        <Button asChild variant="ghost" size="icon" className="-ms-1.5 md:hidden">
          <Link href={back.href} aria-label={back.label}>
            <ArrowLeftIcon aria-hidden="true" className="rtl:rotate-180" />
          </Link>
        </Button>
      )}
      <div className="flex min-w-0 flex-1 items-center gap-3">{children}</div>
      {actions && <div className="-me-1.5 flex shrink-0 items-center gap-0.5">{actions}</div>}
    </header>
  );
}
