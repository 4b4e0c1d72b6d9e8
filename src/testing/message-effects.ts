import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { UpdateSettingsInput } from "@/features/settings/input";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { callAs, outcomeOf } from "./caller";
import { createGroup, createUser, sendText } from "./factories";

/** What the settings of messages do, seen from outside. */
export function messageEffects(
  update: (change: UpdateSettingsInput) => Promise<unknown>,
  admin: () => Actor,
) {
  return {
    async messageMaximumLength() {
      const { id } = await createGroup(admin());
      await update({ messageMaximumLength: 100 });
      expect(await outcomeOf(sendText(admin(), id, "x".repeat(101)))).toBe("MESSAGE_TOO_LONG");
      await update({ messageMaximumLength: 101 });
      expect(await outcomeOf(sendText(admin(), id, "x".repeat(101)))).toBe("ok");
    },
    async messageDeletionMinutes() {
      const author = await createUser();
      const { id: conversationId } = await createGroup(admin(), [author]);
      const { id: messageId } = await sendText(author, conversationId, "said an hour ago");
      await database()
        .db.update(messages)
        .set({ createdAt: new Date(Date.now() - 3_600_000) })
        .where(eq(messages.id, messageId));
      const remove = () => callAs(author).messages.delete({ conversationId, messageId });
      await update({ messageDeletionMinutes: 59 });
      expect(await outcomeOf(remove())).toBe("DELETION_TOO_LATE");
      await update({ messageDeletionMinutes: 61 });
      expect(await outcomeOf(remove())).toBe("ok");
    },
    async mentionEveryoneMaximumMembers() {
      const author = await createUser();
      const { id } = await createGroup(admin(), [author]);
      await update({ mentionEveryoneMaximumMembers: 1 });
      expect((await sendText(author, id, "@all come")).mentions.everyone).toBeNull();
      await update({ mentionEveryoneMaximumMembers: 2 });
      expect((await sendText(author, id, "@all come")).mentions.everyone).toBe("all");
    },
  };
}
