import { adminProcedure, router } from "@/server/trpc/init";
import { approveUserInput, inviteUserInput, listUsersInput, rejectUserInput } from "./input";
import { countUsers } from "./server/count-users";
import { inviteUser } from "./server/invite-user";
import { listUsers } from "./server/list-users";
import { approveUser, rejectUser } from "./server/review-user";

export const adminUsersRouter = router({
  list: adminProcedure.input(listUsersInput).query(({ input }) => listUsers(input)),
  counts: adminProcedure.query(() => countUsers()),
  approve: adminProcedure.input(approveUserInput).mutation(({ ctx, input }) => approveUser(ctx, input)),
  reject: adminProcedure.input(rejectUserInput).mutation(({ ctx, input }) => rejectUser(ctx, input)),
  invite: adminProcedure.input(inviteUserInput).mutation(({ ctx, input }) => inviteUser(ctx, input)),
});
