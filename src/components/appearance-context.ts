"use client";

import { createContext, useContext } from "react";
import { clockOf, type Density, type Theme, type TimeFormat } from "@/lib/appearance";
import type { Locale } from "@/lib/locales";
import type { FormOutcome } from "./form-outcome";

export type AppearanceChange = {
  theme?: Theme;
  density?: Density;
  timeFormat?: TimeFormat;
  locale?: Locale;
};

export type KeptAppearance = {
  density: Density;
  timeFormat: TimeFormat;
  /** Keeps a choice for the person, on all their devices; null where nobody is signed in. */
  keep: ((change: AppearanceChange) => Promise<FormOutcome>) | null;
};

export const AppearanceContext = createContext<KeptAppearance>({
  density: "comfortable",
  timeFormat: "language",
  keep: null,
});

/** What the person's clock adds to the options of a time. */
export const useClock = () => clockOf(useContext(AppearanceContext).timeFormat);
