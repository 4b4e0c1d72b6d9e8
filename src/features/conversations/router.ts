import { limited } from "@/features/security/server/limited";
import { freshlySignedInProcedure, router, signedInProcedure } from "@/server/trpc/init";
import {
  addMembersInput,
  authenticateSocketInput,
  authorizeChannelsInput,
  browseGroupsInput,
  conversationInput,
  createGroupInput,
  listConversationsInput,
  listMembersInput,
  markReadInput,
  openDirectInput,
} from "./input";
import { addMembers } from "./server/add-members";
import { authenticateSocket } from "./server/authenticate-socket";
import { authorizeChannels } from "./server/authorize-channels";
import { browseGroups } from "./server/browse-groups";
import { createGroup } from "./server/create-group";
import { getLiveEndpoint } from "./server/get-live-endpoint";
import { joinGroup } from "./server/join-group";
import { leaveGroup } from "./server/leave-group";
import { listConversations } from "./server/list-conversations";
import { listMembers } from "./server/list-members";
import { markRead } from "./server/mark-read";
import { openDirect } from "./server/open-direct";
import { requireSummary } from "./server/require-summary";

export const conversationsRouter = router({
  list: signedInProcedure
    .input(listConversationsInput)
    .query(({ ctx, input }) => listConversations(ctx, input)),
  get: signedInProcedure
    .input(conversationInput)
    .query(({ ctx, input }) => requireSummary(ctx, input.conversationId)),
  openDirect: signedInProcedure.input(openDirectInput).mutation(({ ctx, input }) => openDirect(ctx, input)),
  createGroup: signedInProcedure
    .input(createGroupInput)
    .mutation(({ ctx, input }) => createGroup(ctx, input)),
  members: signedInProcedure.input(listMembersInput).query(({ ctx, input }) => listMembers(ctx, input)),
  addMembers: signedInProcedure.input(addMembersInput).mutation(({ ctx, input }) => addMembers(ctx, input)),
  browse: signedInProcedure
    .use(limited("search"))
    .input(browseGroupsInput)
    .query(({ ctx, input }) => browseGroups(ctx, input)),
  join: signedInProcedure.input(conversationInput).mutation(({ ctx, input }) => joinGroup(ctx, input)),
  leave: signedInProcedure.input(conversationInput).mutation(({ ctx, input }) => leaveGroup(ctx, input)),
  markRead: signedInProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  liveEndpoint: signedInProcedure.query(() => getLiveEndpoint()),
  authorizeChannels: freshlySignedInProcedure
    .input(authorizeChannelsInput)
    .mutation(({ ctx, input }) => authorizeChannels(ctx, input)),
  authenticateSocket: freshlySignedInProcedure
    .input(authenticateSocketInput)
    .mutation(({ ctx, input }) => authenticateSocket(ctx, input)),
});
