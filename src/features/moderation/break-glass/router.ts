import { permittedProcedure, router } from "@/server/trpc/init";
import { grantInput, listGrantsInput, readGlassInput, requestGlassInput } from "./input";
import { approveGlass, refuseGlass } from "./server/decide-glass";
import { endGlass } from "./server/end-glass";
import { getGlassPolicy } from "./server/get-glass-policy";
import { getGrant } from "./server/get-grant";
import { listGrants } from "./server/list-grants";
import { readGlass } from "./server/read-glass";
import { requestGlass } from "./server/request-glass";

const breaking = permittedProcedure("conversations.break-glass");

export const breakGlassRouter = router({
  list: breaking.input(listGrantsInput).query(({ input }) => listGrants(input)),
  get: breaking.input(grantInput).query(({ input }) => getGrant(input)),
  policy: breaking.query(() => getGlassPolicy()),
  request: breaking.input(requestGlassInput).mutation(({ ctx, input }) => requestGlass(ctx, input)),
  approve: breaking.input(grantInput).mutation(({ ctx, input }) => approveGlass(ctx, input)),
  refuse: breaking.input(grantInput).mutation(({ ctx, input }) => refuseGlass(ctx, input)),
  end: breaking.input(grantInput).mutation(({ ctx, input }) => endGlass(ctx, input)),
  // A mutation: every reading leaves an entry in the audit log.
  read: breaking.input(readGlassInput).mutation(({ ctx, input }) => readGlass(ctx, input)),
});
