"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { DirectionProvider } from "@/components/ui/direction";
import { TooltipProvider } from "@/components/ui/tooltip";

/** What components everywhere take from their surroundings: theme, writing direction, tooltips' delay. */
export function Providers({
  dir,
  nonce,
  children,
}: {
  dir: "ltr" | "rtl";
  /** of the content security policy, for the script that sets the theme before the first paint */
  nonce?: string;
  children: ReactNode;
}) {
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <DirectionProvider dir={dir}>
        <TooltipProvider delayDuration={400}>{children}</TooltipProvider>
      </DirectionProvider>
    </ThemeProvider>
  );
}
