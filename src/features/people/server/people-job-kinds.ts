import { z } from "zod";
import type { JobKind, WorkItem } from "@/features/jobs/server/job-kind";
import { approveUser, rejectUser } from "@/features/users/server/review-user";
import { undoReview } from "@/features/users/server/undo-review";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import { transaction } from "@/server/db/transaction";
import { changeStatus, undoStatusChange } from "./change-status";
import { setRole } from "./set-role";

const reasonOf = (input: unknown) => z.object({ reason: z.string() }).parse(input);
const statusOf = (before: unknown) =>
  z.object({ status: z.enum(["active", "suspended", "banned"]) }).parse(before).status;
const roleOf = (input: unknown) => z.object({ role: z.enum(["admin", "moderator", "user"]) }).parse(input);
const userIdOf = (item: WorkItem) => ({ userId: z.uuid().parse(item.targetId) });

/** What can be done with many people, each by the use-case that does it with one. */
export const peopleJobKinds: JobKind[] = [
  {
    kind: "people.approve",
    permission: "people.review",
    run: async (ctx, item) => {
      await approveUser(ctx, userIdOf(item));
      return {};
    },
    undo: (ctx, item) => undoReview(ctx, { ...userIdOf(item), verdict: "active" }),
  },
  {
    kind: "people.reject",
    permission: "people.review",
    run: async (ctx, item, input) => {
      await rejectUser(ctx, { ...userIdOf(item), ...reasonOf(input) });
      return {};
    },
    undo: (ctx, item) => undoReview(ctx, { ...userIdOf(item), verdict: "rejected" }),
  },
  {
    kind: "people.end-sessions",
    permission: "people.manage",
    run: (ctx, item, input) =>
      transaction(ctx, async (tx) => {
        await revokeSessions(tx, { ...userIdOf(item), except: ctx.sessionId }, reasonOf(input).reason);
        return null;
      }),
  },
  ...(["suspend", "ban", "reactivate"] as const).map(
    (change): JobKind => ({
      kind: `people.${change}`,
      permission: "people.manage",
      run: async (ctx, item, input) => {
        const user = await changeStatus(ctx, { ...userIdOf(item), change, ...reasonOf(input) });
        return { status: user.status };
      },
      undo: (ctx, item, before) =>
        undoStatusChange(ctx, { ...userIdOf(item), change, before: statusOf(before) }),
    }),
  ),
  {
    kind: "people.set-role",
    permission: "people.manage",
    run: async (ctx, item, input) => {
      const { role } = roleOf(input);
      return { role: (await setRole(ctx, { ...userIdOf(item), role })).role, set: role };
    },
    undo: async (ctx, item, before) => {
      await setRole(ctx, {
        ...userIdOf(item),
        ...roleOf(before),
        expected: roleOf({ role: before.set }).role,
      });
    },
  },
];
