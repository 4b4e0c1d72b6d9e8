import { permittedProcedure, router } from "@/server/trpc/init";
import { approveUserInput, inviteUserInput, listUsersInput, rejectUserInput } from "./input";
import { countUsers } from "./server/count-users";
import { inviteUser } from "./server/invite-user";
import { listUsers } from "./server/list-users";
import { approveUser, rejectUser } from "./server/review-user";

export const adminUsersRouter = router({
  list: permittedProcedure("people.view")
    .input(listUsersInput)
    .query(({ input }) => listUsers(input)),
  counts: permittedProcedure("people.view").query(() => countUsers()),
  approve: permittedProcedure("people.review")
    .input(approveUserInput)
    .mutation(({ ctx, input }) => approveUser(ctx, input)),
  reject: permittedProcedure("people.review")
    .input(rejectUserInput)
    .mutation(({ ctx, input }) => rejectUser(ctx, input)),
  invite: permittedProcedure("people.invite")
    .input(inviteUserInput)
    .mutation(({ ctx, input }) => inviteUser(ctx, input)),
});
