import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { requireProof } from "../../server/require-proof";
import type { NewRecoveryCodes } from "../dto";
import type { PasswordInput } from "../input";
import { lockFactors } from "./change-factors";
import { factorsOf, hasSecondFactor } from "./factors-of";
import { replaceRecoveryCodes } from "./recovery-codes";
import { tellFactorChange } from "./tell-factor-change";

/** Gives the actor new recovery codes in place of all old ones. Throws PASSWORD_WRONG, or NOT_FOUND without a factor. */
export async function renewRecoveryCodes(ctx: ActorContext, input: PasswordInput): Promise<NewRecoveryCodes> {
  const { id } = ctx.actor;
  await requireProof(ctx, input.password);
  return transaction(ctx, async (tx) => {
    await lockFactors(tx, id);
    if (!hasSecondFactor(await factorsOf(tx.db, id))) throw new AppError("NOT_FOUND");
    tx.audit({ action: "user.recovery-codes-renewed", target: { type: "user", id } });
    await tellFactorChange(tx, ctx, id, "recoveryCodesRenewed");
    return { recoveryCodes: await replaceRecoveryCodes(tx.db, id) };
  });
}
