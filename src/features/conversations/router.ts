import { limited } from "@/features/security/server/limited";
import { freshlySignedInProcedure, router, signedInProcedure } from "@/server/trpc/init";
import {
  addMembersInput,
  authenticateSocketInput,
  authorizeChannelsInput,
  browseGroupsInput,
  conversationInput,
  createGroupInput,
  deleteGroupInput,
  leaveGroupInput,
  listConversationsInput,
  listDeletedGroupsInput,
  listMembersInput,
  markReadInput,
  markUnreadInput,
  memberInput,
  openDirectInput,
  setRoleInput,
  updateGroupInput,
  updateMembershipInput,
} from "./input";
import { linksRouter } from "./links/router";
import { receiptsRouter } from "./receipts/router";
import { addMembers } from "./server/add-members";
import { archiveGroup } from "./server/archive-group";
import { authenticateSocket } from "./server/authenticate-socket";
import { authorizeChannels } from "./server/authorize-channels";
import { browseGroups } from "./server/browse-groups";
import { createGroup } from "./server/create-group";
import { deleteGroup } from "./server/delete-group";
import { getLiveEndpoint } from "./server/get-live-endpoint";
import { handOverGroup } from "./server/hand-over-group";
import { joinGroup } from "./server/join-group";
import { leaveGroup } from "./server/leave-group";
import { listConversations } from "./server/list-conversations";
import { listDeletedGroups } from "./server/list-deleted-groups";
import { listMembers } from "./server/list-members";
import { markAllRead } from "./server/mark-all-read";
import { markRead } from "./server/mark-read";
import { markUnread } from "./server/mark-unread";
import { openDirect } from "./server/open-direct";
import { removeMember } from "./server/remove-member";
import { requireSummary } from "./server/require-summary";
import { restoreGroup } from "./server/restore-group";
import { setRole } from "./server/set-role";
import { unarchiveGroup } from "./server/unarchive-group";
import { updateGroup } from "./server/update-group";
import { updateMembership } from "./server/update-membership";

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
  leave: signedInProcedure.input(leaveGroupInput).mutation(({ ctx, input }) => leaveGroup(ctx, input)),
  markRead: signedInProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  update: signedInProcedure.input(updateGroupInput).mutation(({ ctx, input }) => updateGroup(ctx, input)),
  archive: signedInProcedure.input(conversationInput).mutation(({ ctx, input }) => archiveGroup(ctx, input)),
  unarchive: signedInProcedure
    .input(conversationInput)
    .mutation(({ ctx, input }) => unarchiveGroup(ctx, input)),
  delete: signedInProcedure.input(deleteGroupInput).mutation(({ ctx, input }) => deleteGroup(ctx, input)),
  restore: signedInProcedure.input(conversationInput).mutation(({ ctx, input }) => restoreGroup(ctx, input)),
  deleted: signedInProcedure
    .input(listDeletedGroupsInput)
    .query(({ ctx, input }) => listDeletedGroups(ctx, input)),
  setRole: signedInProcedure.input(setRoleInput).mutation(({ ctx, input }) => setRole(ctx, input)),
  handOver: signedInProcedure.input(memberInput).mutation(({ ctx, input }) => handOverGroup(ctx, input)),
  removeMember: signedInProcedure.input(memberInput).mutation(({ ctx, input }) => removeMember(ctx, input)),
  updateMembership: signedInProcedure
    .input(updateMembershipInput)
    .mutation(({ ctx, input }) => updateMembership(ctx, input)),
  markUnread: signedInProcedure.input(markUnreadInput).mutation(({ ctx, input }) => markUnread(ctx, input)),
  markAllRead: signedInProcedure.mutation(({ ctx }) => markAllRead(ctx)),
  links: linksRouter,
  receipts: receiptsRouter,
  liveEndpoint: signedInProcedure.query(() => getLiveEndpoint()),
  authorizeChannels: freshlySignedInProcedure
    .input(authorizeChannelsInput)
    .mutation(({ ctx, input }) => authorizeChannels(ctx, input)),
  authenticateSocket: freshlySignedInProcedure
    .input(authenticateSocketInput)
    .mutation(({ ctx, input }) => authenticateSocket(ctx, input)),
});
