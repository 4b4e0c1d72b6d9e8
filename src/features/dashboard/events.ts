import type { ConsoleChannel } from "@/lib/console-channels";
import type { Pulse } from "./dto";

/** How lively the instance is, every few seconds while somebody looks. */
export const pulseChannel: ConsoleChannel = "private-console-pulse";
export const pulseFelt = "pulse.felt";
export type PulseFelt = Pulse;
