import { z } from "zod";
import type { JobKind, WorkItem } from "@/features/jobs/server/job-kind";
import type { ActorContext } from "@/server/context";
import { type ConversationAction, conversationActions, oppositeAction } from "../admin-input";
import { administratorsDoor } from "./administrators-door";
import { archiveGroup } from "./archive-group";
import { deleteGroup } from "./delete-group";
import { restoreGroup } from "./restore-group";
import { unarchiveGroup } from "./unarchive-group";

type Act = (ctx: ActorContext, input: { conversationId: string; reason?: string }) => Promise<unknown>;

const acts: Record<ConversationAction, Act> = {
  archive: (ctx, input) => archiveGroup(ctx, input, administratorsDoor),
  unarchive: (ctx, input) => unarchiveGroup(ctx, input, administratorsDoor),
  delete: deleteGroup,
  restore: restoreGroup,
};

/** An act by the use-case that does it with one; the use-case refuses whatever is not as it was, and so does its undoing. */
function kind(action: ConversationAction): JobKind {
  return {
    kind: `conversations.${action}`,
    permission: "conversations.manage",
    run: async (ctx, item, input) => {
      const { reason } = reasonInput.parse(input);
      await acts[action](ctx, { ...which(item), reason });
      return {};
    },
    undo: async (ctx, item) => {
      await acts[oppositeAction[action]](ctx, which(item));
    },
  };
}

const reasonInput = z.object({ reason: z.string() });
const which = (item: WorkItem) => ({ conversationId: z.uuid().parse(item.targetId) });

/** What can be done with many groups. */
export const conversationJobKinds: JobKind[] = conversationActions.map(kind);
