import { sql } from "drizzle-orm";
import type { Invitation } from "@/features/users/dto";
import { refuseTaken } from "@/features/users/server/insert-account";
import { inviteUser } from "@/features/users/server/invite-user";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { CreatePersonInput } from "../input";

/**
 * Makes an account for somebody, who takes it over by the link of an invitation: mailed where there is mail and an
 * address, returned in any case. Throws EMAIL_TAKEN or USERNAME_TAKEN.
 */
export function createPerson(
  ctx: ActorContext,
  person: CreatePersonInput,
): Promise<{ userId: string; invitation: Invitation }> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(users)
      .values({ ...person, status: "deactivated", importKey: sql`'console:' || uuidv7()` })
      .returning({ id: users.id })
      .catch(refuseTaken);
    const { id: userId } = row as { id: string };
    tx.audit({ action: "user.created", target: { type: "user", id: userId }, after: person });
    return { userId, invitation: await inviteUser({ ...ctx, within: tx }, { userId }) };
  });
}
