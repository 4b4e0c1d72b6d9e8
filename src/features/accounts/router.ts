import { router, signedInProcedure } from "@/server/trpc/init";
import { changeEmailInput, deactivateInput, deleteAccountInput, updateProfileInput } from "./input";
import { cancelEmailChange, changeEmail } from "./server/change-email";
import { deactivateAccount } from "./server/deactivate-account";
import { deleteAccount } from "./server/delete-account";
import { getOwnProfile } from "./server/get-own-profile";
import { updateProfile } from "./server/update-profile";

/** What people do with their own accounts. */
export const accountRouter = router({
  profile: signedInProcedure.query(({ ctx }) => getOwnProfile(ctx)),
  updateProfile: signedInProcedure
    .input(updateProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx, input)),
  changeEmail: signedInProcedure
    .input(changeEmailInput)
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  cancelEmailChange: signedInProcedure.mutation(({ ctx }) => cancelEmailChange(ctx)),
  deactivate: signedInProcedure
    .input(deactivateInput)
    .mutation(({ ctx, input }) => deactivateAccount(ctx, input)),
  delete: signedInProcedure.input(deleteAccountInput).mutation(({ ctx, input }) => deleteAccount(ctx, input)),
});
