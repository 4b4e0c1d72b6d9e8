import type { ConsoleChannel } from "@/lib/console-channels";
import { userChannelPrefix } from "@/lib/user-channel-prefix";

/** What concerns one person on all devices; only that person may listen. */
export const userChannel = (userId: string) => `${userChannelPrefix}${userId}`;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whose channel this is, or null for any other. */
export function userOfChannel(name: string): string | null {
  const id = name.slice(userChannelPrefix.length);
  return name.startsWith(userChannelPrefix) && uuid.test(id) ? id : null;
}

/** Whoever looks at the console's list of people hears here that some have changed: who, is read anew. */
export const peopleChannel: ConsoleChannel = "private-console-people";
