"use client";

import dynamic from "next/dynamic";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { DirectionProvider } from "@/components/ui/direction";

/** Nobody needs a notice before the page works: its code comes after everything else. */
const Toaster = dynamic(() => import("@/components/ui/sonner").then((module) => module.Toaster), {
  ssr: false,
});

/** What components everywhere take from their surroundings: theme, writing direction, notices. */
export function Providers({
  dir,
  nonce,
  noticesLabel,
  children,
}: {
  dir: "ltr" | "rtl";
  /** of the content security policy, for the script that sets the theme before the first paint */
  nonce?: string;
  noticesLabel: string;
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
        {children}
        <Toaster dir={dir} containerAriaLabel={noticesLabel} />
      </DirectionProvider>
    </ThemeProvider>
  );
}
