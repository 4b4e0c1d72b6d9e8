import { getSettings } from "@/features/settings/server/get-settings";

/** What the instance's own settings add to every mail: where answers go, and words below it. */
export async function letterhead(): Promise<{ replyTo?: string; underneath: (footer: string) => string }> {
  const { mailReplyTo, mailFooter } = await getSettings();
  return {
    replyTo: mailReplyTo || undefined,
    underneath: (footer) => (mailFooter ? `${footer}\n\n${mailFooter}` : footer),
  };
}
