import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { ActorContext } from "@/server/context";
import { passkeys } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import type { RenamePasskeyInput } from "../input";

/** Gives a passkey of the actor's another name. Throws NOT_FOUND when it is not theirs. */
export async function renamePasskey(ctx: ActorContext, input: RenamePasskeyInput): Promise<void> {
  const { id: userId } = ctx.actor;
  await transaction(ctx, async (tx) => {
    const renamed = await tx.db
      .update(passkeys)
      .set({ name: input.name })
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.userId, userId)))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) throw new AppError("NOT_FOUND");
    const target = { type: "user", id: userId } as const;
    tx.audit({ action: "user.passkey-renamed", target, after: { name: input.name } });
    announceOwnSecurity(tx, userId);
  });
}
