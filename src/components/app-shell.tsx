import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { PaintedWhole } from "./painted-whole";

/** The pane that a phone shows; wide screens show them side by side. */
export type ShownPane = "list" | "main" | "details";

/**
 * The frame of the application: a list, what is opened from it, and details beside that. From 1280 px on
 * all three are columns; from 768 px on details lie over the main pane; below, one pane fills the screen
 * and the panes' own headers lead back. Every pane scrolls by itself, the page never does.
 */
export function AppShell({
  heading,
  skipText,
  banner,
  list,
  main,
  details,
  shown,
}: {
  /** what all of it is, for those who go from heading to heading */
  heading: string;
  skipText: string;
  /** notices about everything, above all panes */
  banner?: ReactNode;
  list: { label: string; content: ReactNode };
  main: { label: string; content: ReactNode };
  details?: { label: string; content: ReactNode } | null;
  shown: ShownPane;
}) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-background pt-[env(safe-area-inset-top)]">
      <PaintedWhole id="pane" />
      <a
        href="#pane"
        className="sr-only z-50 rounded-md bg-primary px-4 py-2 font-medium text-primary-foreground text-sm focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {skipText}
      </a>
      {banner}
      <main
        className={cn(
          "relative grid min-h-0 flex-1 grid-cols-1 grid-rows-[minmax(0,1fr)] md:grid-cols-[18.5rem_minmax(0,1fr)]",
          details && "xl:grid-cols-[18.5rem_minmax(0,1fr)_21rem]",
        )}
      >
        <h1 className="sr-only">{heading}</h1>
        <nav
          aria-label={list.label}
          className={cn(
            "flex min-h-0 min-w-0 flex-col border-sidebar-border bg-sidebar text-sidebar-foreground md:flex md:border-e",
            shown !== "list" && "max-md:hidden",
          )}
        >
          {list.content}
        </nav>
        <section
          id="pane"
          tabIndex={-1}
          aria-label={main.label}
          className={cn("flex min-h-0 min-w-0 flex-col outline-none", shown !== "main" && "max-md:hidden")}
        >
          {main.content}
        </section>
        {details && (
          <section
            aria-label={details.label}
            className={cn(
              "flex min-h-0 min-w-0 flex-col border-s bg-background",
              "md:max-xl:absolute md:max-xl:inset-y-0 md:max-xl:end-0 md:max-xl:z-20 md:max-xl:w-84 md:max-xl:shadow-xl",
              shown !== "details" && "max-md:hidden",
            )}
          >
            {details.content}
          </section>
        )}
      </main>
    </div>
  );
}
