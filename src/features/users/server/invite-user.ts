import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { accountLinks } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import type { Invitation } from "../dto";
import { canInviteUser } from "../policy";
import { createAccountLink } from "./account-links";
import { requireUserForUpdate } from "./require-user";

/**
 * Makes a one-time link (seven days) with which an imported person takes over their account; earlier
 * links of theirs stop working. Throws NOT_FOUND, or ALREADY_DONE when the account is in use.
 */
export async function inviteUser(ctx: ActorContext, input: { userId: string }): Promise<Invitation> {
  const link = await transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, input.userId);
    if (!canInviteUser(user)) throw new AppError("ALREADY_DONE");
    await tx.db
      .delete(accountLinks)
      .where(and(eq(accountLinks.userId, user.id), isNull(accountLinks.usedAt)));
    tx.audit({ action: "user.invited", target: { type: "user", id: user.id } });
    return createAccountLink(tx.db, {
      purpose: "invitation",
      userId: user.id,
      createdBy: ctx.actor.id,
      lifetimeHours: 7 * 24,
    });
  });
  return { url: accountLinkUrl(link.token), invitedUntil: link.expiresAt.toISOString() };
}

/** The page behind a one-time link. */
export function accountLinkUrl(token: string): string {
  return `${env().APP_URL}/set-up/${token}`;
}
