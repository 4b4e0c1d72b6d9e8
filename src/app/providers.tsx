"use client";

import dynamic from "next/dynamic";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { AppearanceProvider } from "@/components/appearance";
import type { AppearanceChange } from "@/components/appearance-context";
import { DirectionProvider } from "@/components/ui/direction";
import type { Density, TimeFormat } from "@/lib/appearance";

/** Nobody needs a notice before the page works: its code comes after everything else. */
const Toaster = dynamic(() => import("@/components/ui/sonner").then((module) => module.Toaster), {
  ssr: false,
});

/** Keeps how somebody wants the interface to look, on all their devices. */
const keep = async (change: AppearanceChange) => {
  const { submitted, trpcClient } = await import("@/trpc/client");
  return submitted(trpcClient.users.updatePreferences.mutate(change));
};

/** What components everywhere take from their surroundings: theme, writing direction, notices. */
export function Providers({
  dir,
  nonce,
  noticesLabel,
  signedIn,
  density = "comfortable",
  timeFormat = "language",
  children,
}: {
  dir: "ltr" | "rtl";
  /** of the content security policy, for the script that sets the theme before the first paint */
  nonce?: string;
  noticesLabel: string;
  signedIn: boolean;
  density?: Density;
  timeFormat?: TimeFormat;
  children: ReactNode;
}) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem nonce={nonce}>
      <DirectionProvider dir={dir}>
        <AppearanceProvider density={density} timeFormat={timeFormat} keep={signedIn ? keep : null}>
          {children}
          <Toaster dir={dir} containerAriaLabel={noticesLabel} />
        </AppearanceProvider>
      </DirectionProvider>
    </ThemeProvider>
  );
}
