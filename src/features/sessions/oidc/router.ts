import { router, signedInProcedure } from "@/server/trpc/init";
import { passwordInput } from "../factors/input";
import { beginLink } from "./server/begin-link";
import { getOwnIdentity } from "./server/get-own-identity";
import { unlinkIdentity } from "./server/unlink-identity";

/** The signed-in person's account at the OpenID provider. */
export const identityRouter = router({
  get: signedInProcedure.query(({ ctx }) => getOwnIdentity(ctx)),
  beginLink: signedInProcedure.input(passwordInput).mutation(({ ctx, input }) => beginLink(ctx, input)),
  unlink: signedInProcedure.input(passwordInput).mutation(({ ctx, input }) => unlinkIdentity(ctx, input)),
});
