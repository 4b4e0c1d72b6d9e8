import { requireUserForUpdate } from "@/features/users/server/require-user";
import type { ActorContext } from "@/server/context";
import { personNotes } from "@/server/db/schema/person-notes";
import { transaction } from "@/server/db/transaction";
import type { AddNoteInput } from "../input";

/** Keeps something in mind of a person, for administrators. Throws NOT_FOUND. */
export async function addNote(ctx: ActorContext, { userId, body }: AddNoteInput): Promise<void> {
  await transaction(ctx, async (tx) => {
    await requireUserForUpdate(tx.db, userId);
    await tx.db.insert(personNotes).values({ userId, authorId: ctx.actor.id, body });
    tx.audit({ action: "user.note-added", target: { type: "user", id: userId } });
  });
}
