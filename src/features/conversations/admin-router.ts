import { permittedProcedure, router } from "@/server/trpc/init";
import {
  adminConversationInput,
  conversationFilter,
  listAllConversationsInput,
  transferOwnershipInput,
  updateAnyGroupInput,
  workOnConversationsInput,
} from "./admin-input";
import { conversationInput, listMembersInput } from "./input";
import { administratorsDoor } from "./server/administrators-door";
import { archiveGroup } from "./server/archive-group";
import { countMatchingConversations } from "./server/count-matching-conversations";
import { deleteGroup } from "./server/delete-group";
import { describeConversation } from "./server/describe-conversation";
import { listAllConversations } from "./server/list-all-conversations";
import { pageMembers } from "./server/list-members";
import { restoreGroup } from "./server/restore-group";
import { transferOwnership } from "./server/transfer-ownership";
import { unarchiveGroup } from "./server/unarchive-group";
import { updateGroup } from "./server/update-group";
import { workOnConversations } from "./server/work-on-conversations";

const viewing = permittedProcedure("conversations.view");
const managing = permittedProcedure("conversations.manage");

export const adminConversationsRouter = router({
  list: viewing.input(listAllConversationsInput).query(({ input }) => listAllConversations(input)),
  countMatching: viewing.input(conversationFilter).query(({ input }) => countMatchingConversations(input)),
  get: viewing.input(conversationInput).query(({ input }) => describeConversation(input.conversationId)),
  members: viewing.input(listMembersInput).query(({ input }) => pageMembers(input)),
  update: managing
    .input(updateAnyGroupInput)
    .mutation(({ ctx, input }) => updateGroup(ctx, input, administratorsDoor)),
  archive: managing
    .input(adminConversationInput)
    .mutation(({ ctx, input }) => archiveGroup(ctx, input, administratorsDoor)),
  unarchive: managing
    .input(adminConversationInput)
    .mutation(({ ctx, input }) => unarchiveGroup(ctx, input, administratorsDoor)),
  delete: managing.input(adminConversationInput).mutation(({ ctx, input }) => deleteGroup(ctx, input)),
  restore: managing.input(adminConversationInput).mutation(({ ctx, input }) => restoreGroup(ctx, input)),
  transfer: managing
    .input(transferOwnershipInput)
    .mutation(({ ctx, input }) => transferOwnership(ctx, input)),
  work: managing
    .input(workOnConversationsInput)
    .mutation(({ ctx, input }) => workOnConversations(ctx, input)),
});
