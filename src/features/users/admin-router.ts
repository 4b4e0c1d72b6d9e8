import { permittedProcedure, router } from "@/server/trpc/init";
import {
  approveUserInput,
  banUserInput,
  confirmEmailOfInput,
  inviteByEmailInput,
  inviteUserInput,
  listUsersInput,
  reactivateUserInput,
  rejectUserInput,
  resetPasswordOfInput,
  setRoleInput,
  suspendUserInput,
  userFilter,
} from "./input";
import { banUser } from "./server/ban-user";
import { confirmEmailOf } from "./server/confirm-email-of";
import { countMatchingUsers } from "./server/count-matching-users";
import { countUsers } from "./server/count-users";
import { inviteByEmail } from "./server/invite-by-email";
import { inviteUser } from "./server/invite-user";
import { listUsers } from "./server/list-users";
import { reactivateUser } from "./server/reactivate-user";
import { resetPasswordOf } from "./server/reset-password-of";
import { approveUser, rejectUser } from "./server/review-user";
import { setRole } from "./server/set-role";
import { suspendUser } from "./server/suspend-user";
import { takeBackReview } from "./server/take-back-review";

export const adminUsersRouter = router({
  list: permittedProcedure("people.view")
    .input(listUsersInput)
    .query(({ input }) => listUsers(input)),
  counts: permittedProcedure("people.view").query(() => countUsers()),
  countMatching: permittedProcedure("people.view")
    .input(userFilter)
    .query(({ input }) => countMatchingUsers(input)),
  approve: permittedProcedure("people.review")
    .input(approveUserInput)
    .mutation(({ ctx, input }) => approveUser(ctx, input)),
  reject: permittedProcedure("people.review")
    .input(rejectUserInput)
    .mutation(({ ctx, input }) => rejectUser(ctx, input)),
  takeBackReview: permittedProcedure("people.review")
    .input(approveUserInput)
    .mutation(({ ctx, input }) => takeBackReview(ctx, input)),
  suspend: permittedProcedure("people.suspend")
    .input(suspendUserInput)
    .mutation(({ ctx, input }) => suspendUser(ctx, input)),
  ban: permittedProcedure("people.manage")
    .input(banUserInput)
    .mutation(({ ctx, input }) => banUser(ctx, input)),
  reactivate: permittedProcedure("people.manage")
    .input(reactivateUserInput)
    .mutation(({ ctx, input }) => reactivateUser(ctx, input)),
  setRole: permittedProcedure("people.manage")
    .input(setRoleInput)
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  resetPassword: permittedProcedure("people.manage")
    .input(resetPasswordOfInput)
    .mutation(({ ctx, input }) => resetPasswordOf(ctx, input)),
  confirmEmail: permittedProcedure("people.manage")
    .input(confirmEmailOfInput)
    .mutation(({ ctx, input }) => confirmEmailOf(ctx, input)),
  inviteByEmail: permittedProcedure("people.invite")
    .input(inviteByEmailInput)
    .mutation(({ ctx, input }) => inviteByEmail(ctx, input)),
  invite: permittedProcedure("people.invite")
    .input(inviteUserInput)
    .mutation(({ ctx, input }) => inviteUser(ctx, input)),
});
