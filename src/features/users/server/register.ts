import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { RegisterInput } from "../input";
import { insertAccount } from "./insert-account";

/**
 * Creates an account for whoever asks, as the instance's sign-up policy says: active at once (open),
 * pending until an administrator approves (approval), or not at all (closed: SIGN_UP_CLOSED).
 * Throws EMAIL_TAKEN or USERNAME_TAKEN.
 */
export async function register(
  ctx: Context,
  input: RegisterInput,
): Promise<{ status: "active" | "pending" }> {
  const policy = await getSetting("signUpPolicy");
  if (policy === "closed") throw new AppError("SIGN_UP_CLOSED");
  const status = policy === "open" ? "active" : "pending";
  await transaction(ctx, async (tx) => {
    const id = await insertAccount(tx.db, input, { role: "user", status });
    tx.audit({ action: "user.registered", target: { type: "user", id }, after: { status } });
  });
  return { status };
}
