import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { queueMail } from "@/features/mail/server/queue-mail";
import { mailRecipient } from "@/features/users/server/mail-recipient";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { putChallenge, readChallenge, takeChallenge } from "./auth-challenges";
import { proofKindOf } from "./proof-kind";

const digits = 8;
const minutes = 10;

/**
 * Mails the actor a code with which they prove in this session who they are, for ten minutes and once; an earlier one
 * stops working. Throws ALREADY_DONE for whoever proves it with something else.
 */
export async function sendMailedCode(ctx: ActorContext): Promise<void> {
  if ((await proofKindOf(ctx)) !== "mail") throw new AppError("ALREADY_DONE");
  const code = String(randomInt(10 ** digits)).padStart(digits, "0");
  const owner = ownerOf(ctx);
  await takeChallenge("mailed_code", owner);
  await putChallenge("mailed_code", owner, hashOf(ctx, code), minutes);
  await transaction(ctx, async (tx) => {
    const to = await mailRecipient(tx.db, ctx.actor.id);
    await queueMail(tx, {
      ...{ to, template: "proofCode", facts: { code } },
      values: { username: to.username, minutes },
      url: `${env().APP_URL}/account/security`,
    });
  });
}

/** Uses the code up that was mailed last. False when it is another one, or too old. */
export async function spendMailedCode(ctx: ActorContext, code: string): Promise<boolean> {
  const expected = await readChallenge("mailed_code", ownerOf(ctx));
  const given = Buffer.from(hashOf(ctx, code.replace(/\s/g, "")));
  if (!expected || !timingSafeEqual(Buffer.from(expected), given)) return false;
  // Of two who show it at once, one takes it.
  return (await takeChallenge("mailed_code", ownerOf(ctx))) === expected;
}

const ownerOf = ({ actor, sessionId }: ActorContext) => ({ userId: actor.id, sessionId });

const hashOf = ({ actor }: ActorContext, code: string) =>
  createHash("sha256").update(`${actor.id} ${code}`).digest("hex");
