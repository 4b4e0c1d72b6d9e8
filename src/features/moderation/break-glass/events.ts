import type { ConsoleChannel } from "@/lib/console-channels";

/** What happens to requests to read private conversations; those who may make them listen. */
export const glassChannel: ConsoleChannel = "private-console-glass";

/** A request was made, decided, taken back, or its time is over: read it anew. */
export const glassChanged = "glass.changed";
export type GlassChanged = { grantId: string };
