export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];
/** How times of day are shown: as the language has it, or by a clock of one's own choice. */
export const timeFormats = ["language", "12h", "24h"] as const;
export type TimeFormat = (typeof timeFormats)[number];

const cycles = { language: {}, "12h": { hourCycle: "h12" }, "24h": { hourCycle: "h23" } } as const;

/** What a time format adds to the options of `Intl.DateTimeFormat`. */
export const clockOf = (format: TimeFormat): { hourCycle?: "h12" | "h23" } => cycles[format];
