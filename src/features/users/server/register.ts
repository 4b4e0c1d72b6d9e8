import { queueMail } from "@/features/mail/server/queue-mail";
import { getSetting } from "@/features/settings/server/get-settings";
import { localPath } from "@/lib/local-path";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import type { AccountInput, RegisterInput } from "../input";
import { insertAccount } from "./insert-account";
import { verificationIsDemanded, verifyIfDemanded } from "./verify-email";

export type Registered = {
  status: "active" | "pending";
  /** whether a link was mailed that has to be used before signing in */
  verification: boolean;
};

/**
 * Creates an account for whoever asks, as the instance's sign-up policy says: active at once (open),
 * pending until an administrator approves (approval), or not at all (closed: SIGN_UP_CLOSED). Throws
 * USERNAME_TAKEN, and EMAIL_TAKEN where addresses are not verified; where they are, the answer is the same
 * whether or not there is an account with the address, and its owner is told by mail.
 */
export async function register(ctx: Context, { next, ...input }: RegisterInput): Promise<Registered> {
  const policy = await getSetting("signUpPolicy");
  if (policy === "closed") throw new AppError("SIGN_UP_CLOSED");
  const status = policy === "open" ? "active" : "pending";
  try {
    return await transaction(ctx, async (tx) => {
      const id = await insertAccount(tx.db, input, { role: "user", status });
      tx.audit({ action: "user.registered", target: { type: "user", id }, after: { status } });
      return { status, verification: await verifyIfDemanded(tx, { ...input, id }, localPath(next, "/")) };
    });
  } catch (error) {
    const taken = error instanceof AppError && error.code === "EMAIL_TAKEN";
    if (!taken || !(await verificationIsDemanded())) throw error;
    await tellOwner(ctx, input);
    return { status, verification: true };
  }
}

/** Somebody wanted an account with an address that has one. */
function tellOwner(ctx: Context, { email, locale = "en" }: AccountInput): Promise<void> {
  return transaction(ctx, (tx) =>
    queueMail(tx, {
      to: { email, locale },
      template: "alreadyRegistered",
      url: `${env().APP_URL}/forgot-password`,
    }),
  );
}
