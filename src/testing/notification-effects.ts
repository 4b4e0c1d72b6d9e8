import { expect } from "vitest";
import { sendDigests } from "@/features/notifications/digest/server/send-digests";
import { describePush } from "@/features/notifications/push/server/describe-push";
import type { UpdateSettingsInput } from "@/features/settings/input";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { sendMailJob } from "@/server/mail/mail-job";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, signInForCookie } from "./caller";
import { createGroup, createUser, sendText } from "./factories";
import { followUpsDone } from "./follow-ups";
import { startMailServer } from "./mail-server";
import { runJobs } from "./run-jobs";

/** What the settings of how new people are told of things do, seen from outside; whoever chose is not concerned. */
export function notificationEffects(
  update: (change: UpdateSettingsInput) => Promise<unknown>,
  admin: () => Actor,
) {
  /** Somebody who chose nothing and somebody who chose `choice`, in a group with the administrator. */
  async function people(choice: Parameters<typeof choose>[1]) {
    const [follower, chooser] = await Promise.all([createUser(), createUser()]);
    await choose(chooser, choice);
    const { id: conversationId } = await createGroup(admin(), [follower, chooser]);
    await followUpsDone();
    for (const person of [follower, chooser]) await callAs(person).notifications.markAllRead();
    return { follower, chooser, conversationId };
  }
  return {
    async initialNotificationLevel() {
      const { follower, chooser, conversationId } = await people({ level: "mentions" });
      const told = async () => {
        await sendText(admin(), conversationId, `@${follower.username} @${chooser.username}`);
        await followUpsDone();
        const unread = (person: Actor) => callAs(person).notifications.countUnread();
        return [await unread(follower), await unread(chooser)];
      };
      expect(await told()).toEqual([1, 1]);
      await update({ initialNotificationLevel: "none" });
      expect(await told()).toEqual([1, 2]);
    },
    // A page plays a sound by what it reads here.
    async initialSounds() {
      const { follower, chooser } = await people({ sounds: true });
      const sounds = (person: Actor) => callAs(person).notifications.settings.get();
      expect(await sounds(follower)).toMatchObject({ sounds: true });
      await update({ initialSounds: false });
      expect(await sounds(follower)).toMatchObject({ sounds: false });
      expect(await sounds(chooser)).toMatchObject({ sounds: true });
    },
    async initialPushText() {
      const { follower, chooser, conversationId } = await people({ pushText: true });
      const { id: messageId } = await sendText(admin(), conversationId, "a secret");
      const devices = [await giveDevice(follower), await giveDevice(chooser)];
      const shown = () =>
        Promise.all(
          devices.map(async (subscriptionId) => {
            const described = await describePush({ subscriptionId, messageId, kind: "message" });
            return described?.payload.body === "a secret";
          }),
        );
      expect(await shown()).toEqual([true, true]);
      await update({ initialPushText: false });
      expect(await shown()).toEqual([false, true]);
    },
    async initialDigest() {
      const server = await startMailServer();
      const { follower, chooser, conversationId } = await people({ digest: "off" });
      await sendText(admin(), conversationId, `@${follower.username} @${chooser.username}`);
      await followUpsDone();
      const mailed = async (hours: number) => {
        await sendDigests(systemContext(), new Date(Date.now() + hours * 3_600_000));
        await runJobs(sendMailJob.name);
        return [follower, chooser].map(
          ({ email }) => server.received.filter((mail) => mail.to === email).length,
        );
      };
      expect(await mailed(2)).toEqual([0, 0]);
      await update({ initialDigest: "hourly" });
      expect(await mailed(4)).toEqual([1, 0]);
      await update({ initialDigest: "off" });
      await sendText(admin(), conversationId, `@${follower.username}`);
      await followUpsDone();
      expect(await mailed(6)).toEqual([1, 0]);
      await server.close();
    },
  };
}

const choose = (
  person: Actor,
  choice: Parameters<ReturnType<typeof callAs>["notifications"]["settings"]["update"]>[0],
) => callAs(person).notifications.settings.update(choice);

/** Makes a device that takes the person's pushes. */
async function giveDevice(person: Actor): Promise<string> {
  const { sessionId } = await signInForCookie(person);
  const [row] = await database()
    .db.insert(pushSubscriptions)
    .values({
      userId: person.id,
      sessionId,
      endpoint: `https://push.invalid/${person.id}`,
      p256dh: "",
      auth: "",
    })
    .returning({ id: pushSubscriptions.id });
  return row?.id ?? "";
}
