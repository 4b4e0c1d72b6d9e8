import type { ConsoleChannel } from "@/lib/console-channels";

/** Whoever looks at security events and address rules listens here. */
export const securityChannel: ConsoleChannel = "private-console-security";

/** That something of it is another now: what, is read anew. */
export const securityChanged = "security.changed";
