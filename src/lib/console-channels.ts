import { can, type Permission, type Role } from "./permissions";

/** What the console's pages hear live, and the permission that listening needs. */
const channels = {
  "private-console-jobs": "jobs.view",
  "private-console-audit": "audit.view",
  "private-console-conversations": "conversations.view",
  "private-console-glass": "conversations.break-glass",
  "private-console-limits": "security.view",
  "private-console-people": "people.view",
  "private-console-pulse": "dashboard.view",
  "private-console-reports": "reports.handle",
  "private-console-security": "security.view",
  "private-console-sign-ins": "security.view",
} as const satisfies Record<string, Permission>;

export type ConsoleChannel = keyof typeof channels;

/** The permission to listen on a channel of the console; null for a name that is none. */
export function consolePermission(name: string): Permission | null {
  return Object.hasOwn(channels, name) ? channels[name as ConsoleChannel] : null;
}

/** The console's channels that the actor's role may listen on. */
export function consoleChannelsFor(actor: { role: Role }): ConsoleChannel[] {
  return (Object.keys(channels) as ConsoleChannel[]).filter((name) => can(actor, channels[name]));
}
