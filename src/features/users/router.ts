import { limited } from "@/features/security/server/limited";
import { publicProcedure, router, signedInProcedure } from "@/server/trpc/init";
import {
  acceptLinkInput,
  accountLinkInput,
  profileInput,
  registerInput,
  requestMailInput,
  resetPasswordInput,
  searchUsersInput,
  updatePreferencesInput,
} from "./input";
import { acceptAccountLink } from "./server/accept-account-link";
import { confirmEmail } from "./server/confirm-email";
import { describeAccountLink } from "./server/describe-account-link";
import { getPreferences } from "./server/get-preferences";
import { getProfile } from "./server/get-profile";
import { register } from "./server/register";
import { requestAccountMail } from "./server/request-account-mail";
import { describeResetLink, resetPassword } from "./server/reset-password";
import { searchUsers } from "./server/search-users";
import { toOwnAccount } from "./server/to-dto";
import { updatePreferences } from "./server/update-preferences";

export const usersRouter = router({
  me: signedInProcedure.query(({ ctx }) => toOwnAccount(ctx.actor)),
  register: publicProcedure
    .use(limited("registration"))
    .input(registerInput)
    .mutation(({ ctx, input }) => register(ctx, input)),
  describeLink: publicProcedure
    .use(limited("accountLink"))
    .input(accountLinkInput)
    .query(({ input }) => describeAccountLink(input)),
  acceptLink: publicProcedure
    .use(limited("accountLink"))
    .input(acceptLinkInput)
    .mutation(({ ctx, input }) => acceptAccountLink(ctx, input)),
  forgotPassword: publicProcedure
    .use(limited("accountMail"))
    .input(requestMailInput)
    .mutation(({ ctx, input }) => requestAccountMail(ctx, "password_reset", input)),
  resendVerification: publicProcedure
    .use(limited("accountMail"))
    .input(requestMailInput)
    .mutation(({ ctx, input }) => requestAccountMail(ctx, "email_verification", input)),
  describeReset: publicProcedure
    .use(limited("accountLink"))
    .input(accountLinkInput)
    .query(({ input }) => describeResetLink(input)),
  resetPassword: publicProcedure
    .use(limited("accountLink"))
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  confirmEmail: publicProcedure
    .use(limited("accountLink"))
    .input(accountLinkInput)
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
  profile: signedInProcedure.input(profileInput).query(({ input }) => getProfile(input)),
  search: signedInProcedure
    .use(limited("search"))
    .input(searchUsersInput)
    .query(({ ctx, input }) => searchUsers(ctx, input)),
  preferences: signedInProcedure.query(({ ctx }) => getPreferences(ctx.actor.id)),
  updatePreferences: signedInProcedure
    .input(updatePreferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),
});
