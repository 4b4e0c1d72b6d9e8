import { z } from "zod";
import type { JobKindName } from "@/features/jobs/job-kinds";
import type { JobKind, WorkItem } from "@/features/jobs/server/job-kind";
import type { UserStatus } from "@/features/users/dto";
import { banUser } from "@/features/users/server/ban-user";
import { reactivateUser } from "@/features/users/server/reactivate-user";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import { restoreStatus } from "@/features/users/server/restore-status";
import { approveUser, rejectUser } from "@/features/users/server/review-user";
import { setRole } from "@/features/users/server/set-role";
import { suspendUser } from "@/features/users/server/suspend-user";
import type { Permission } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { forcePasswordReset, takeBackPasswordReset } from "./force-password-reset";
import { inviteByMail, withdrawInvitation } from "./invite-by-mail";
import { requireFactorOf } from "./require-factor-of";

const reasonInput = z.object({ reason: z.string() });
const suspendInput = reasonInput.extend({ until: z.string().nullable() });
const roleInput = z.object({ role: z.enum(["admin", "moderator", "user"]) });
const formerRole = roleInput.extend({ set: roleInput.shape.role });
const formerStatus = z.object({
  status: z.enum(["pending", "active", "suspended", "banned", "rejected", "deactivated"]),
  statusReason: z.string().nullable(),
  suspendedUntil: z.string().nullable(),
});
const userIdOf = (item: WorkItem) => ({ userId: z.uuid().parse(item.targetId) });

/** A change of status by the use-case that makes it with one; taken back where it still holds. */
function statusKind(
  kind: JobKindName,
  permission: Permission,
  to: UserStatus,
  act: (ctx: ActorContext, whom: { userId: string }, input: unknown) => Promise<unknown>,
): JobKind {
  return {
    kind,
    permission,
    run: (ctx, item, input) =>
      transaction(ctx, async (tx) => {
        const former = await requireUserForUpdate(tx.db, userIdOf(item).userId);
        await act({ ...ctx, within: tx }, userIdOf(item), input);
        // A suspension whose time was changed is none to be taken back.
        return former.status === to ? null : formerStatus.parse(former);
      }),
    undo: async (ctx, item, before) => {
      await restoreStatus(ctx, { ...userIdOf(item), from: to, before: formerStatus.parse(before) });
    },
  };
}

/** What can be done with many people, each by the use-case that does it with one. */
export const peopleJobKinds: JobKind[] = [
  statusKind("people.approve", "people.review", "active", approveUser),
  {
    kind: "people.invite",
    permission: "people.invite",
    run: async (ctx, item) => {
      await inviteByMail(ctx, userIdOf(item));
      return { invited: true };
    },
    undo: (ctx, item) => withdrawInvitation(ctx, userIdOf(item)),
  },
  statusKind("people.reject", "people.review", "rejected", (ctx, whom, input) =>
    rejectUser(ctx, { ...whom, ...reasonInput.parse(input) }),
  ),
  statusKind("people.suspend", "people.suspend", "suspended", (ctx, whom, input) =>
    suspendUser(ctx, { ...whom, ...suspendInput.parse(input) }),
  ),
  statusKind("people.ban", "people.manage", "banned", (ctx, whom, input) =>
    banUser(ctx, { ...whom, ...reasonInput.parse(input) }),
  ),
  statusKind("people.reactivate", "people.manage", "active", reactivateUser),
  {
    kind: "people.end-sessions",
    permission: "people.manage",
    run: (ctx, item, input) =>
      transaction(ctx, async (tx) => {
        const { reason } = reasonInput.parse(input);
        await revokeSessions(tx, { ...userIdOf(item), except: ctx.sessionId }, reason);
        return null;
      }),
  },
  {
    kind: "people.require-second-factor",
    permission: "people.manage",
    run: async (ctx, item) => {
      await requireFactorOf(ctx, { ...userIdOf(item), required: true });
      return { required: true };
    },
    undo: (ctx, item) => requireFactorOf(ctx, { ...userIdOf(item), required: false }),
  },
  {
    kind: "people.reset-password",
    permission: "people.manage",
    run: async (ctx, item, input) => {
      await forcePasswordReset(ctx, { ...userIdOf(item), ...reasonInput.parse(input) });
      return { forced: true };
    },
    undo: (ctx, item) => takeBackPasswordReset(ctx, userIdOf(item)),
  },
  {
    kind: "people.set-role",
    permission: "people.manage",
    run: (ctx, item, input) =>
      transaction(ctx, async (tx) => {
        const { role } = await requireUserForUpdate(tx.db, userIdOf(item).userId);
        const { role: set, reason } = roleInput.extend(reasonInput.shape).parse(input);
        await setRole({ ...ctx, within: tx }, { ...userIdOf(item), role: set, reason });
        return { role, set };
      }),
    undo: (ctx, item, before) =>
      transaction(ctx, async (tx) => {
        const { role, set } = formerRole.parse(before);
        const user = await requireUserForUpdate(tx.db, userIdOf(item).userId);
        if (user.role !== set) throw new AppError("ALREADY_DONE");
        await setRole({ ...ctx, within: tx }, { ...userIdOf(item), role });
      }),
  },
];
