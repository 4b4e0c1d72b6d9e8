import { router, signedInProcedure } from "@/server/trpc/init";
import { createLinkInput, linkTokenInput, listLinksInput, revokeLinkInput } from "./input";
import { createLink } from "./server/create-link";
import { describeLink } from "./server/describe-link";
import { joinByLink } from "./server/join-by-link";
import { listLinks } from "./server/list-links";
import { revokeLink } from "./server/revoke-link";

export const linksRouter = router({
  create: signedInProcedure.input(createLinkInput).mutation(({ ctx, input }) => createLink(ctx, input)),
  list: signedInProcedure.input(listLinksInput).query(({ ctx, input }) => listLinks(ctx, input)),
  revoke: signedInProcedure.input(revokeLinkInput).mutation(({ ctx, input }) => revokeLink(ctx, input)),
  describe: signedInProcedure.input(linkTokenInput).query(({ ctx, input }) => describeLink(ctx, input)),
  join: signedInProcedure.input(linkTokenInput).mutation(({ ctx, input }) => joinByLink(ctx, input)),
});
