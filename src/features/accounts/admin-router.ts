import { permittedProcedure, router } from "@/server/trpc/init";
import { deleteUserInput } from "./input";
import { deleteUser } from "./server/delete-account";

/** Beside the procedures of `users`: deleting somebody reaches into their conversations. */
export const adminAccountsRouter = router({
  delete: permittedProcedure("people.manage")
    .input(deleteUserInput)
    .mutation(({ ctx, input }) => deleteUser(ctx, input)),
});
