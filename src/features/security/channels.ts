import type { ConsoleChannel } from "@/lib/console-channels";

/** Whoever looks at security events and address rules listens here. */
export const securityChannel: ConsoleChannel = "private-console-security";

/** Whoever looks at rate limits, and at whom they and address rules hold back, listens here: that is counted often. */
export const limitsChannel: ConsoleChannel = "private-console-limits";

/** That somebody was held back, told at most every two seconds: what, is read anew. */
export const refusalsCounted = "refusals.counted";

/** That something of it is another now: what, is read anew. */
export const securityChanged = "security.changed";
