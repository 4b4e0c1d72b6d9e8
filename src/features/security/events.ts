import type { SecurityEventKind } from "./event-kinds";

/** Realtime events of this feature, on the channels of those who watch over security. */
export type SecurityRaised = { id: number; kind: SecurityEventKind; score: number };
export const securityRaised = "security.raised";
