import { doFollowUps } from "@/features/notifications/server/do-follow-ups";
import { systemContext } from "@/server/trpc/request-context";

/** Does what changes left to be done, as the server does right after each of them. */
export async function followUpsDone(): Promise<void> {
  while ((await doFollowUps(systemContext())) > 0);
}
