import { limited } from "@/features/security/server/limited";
import { publicProcedure, router, signedInProcedure } from "@/server/trpc/init";
import {
  acceptLinkInput,
  accountLinkInput,
  registerInput,
  searchUsersInput,
  updatePreferencesInput,
} from "./input";
import { acceptAccountLink } from "./server/accept-account-link";
import { describeAccountLink } from "./server/describe-account-link";
import { getPreferences } from "./server/get-preferences";
import { register } from "./server/register";
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
  search: signedInProcedure
    .use(limited("search"))
    .input(searchUsersInput)
    .query(({ ctx, input }) => searchUsers(ctx, input)),
  preferences: signedInProcedure.query(({ ctx }) => getPreferences(ctx.actor.id)),
  updatePreferences: signedInProcedure
    .input(updatePreferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),
});
