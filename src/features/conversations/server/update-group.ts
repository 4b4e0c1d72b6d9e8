import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ConversationDetails } from "../dto";
import type { UpdateGroupInput } from "../input";
import { canChangeVisibility, canEditGroup } from "../policy";
import type { SystemEvent } from "../system-event";
import { type Door, requireConversationForChange, type VisibleConversation } from "./access";
import { changeDetails } from "./change-details";
import { requireDetails } from "./require-details";

/**
 * Renames, describes, opens or closes a group, or sets who may write how often; what is not given, or is
 * so already, stays and is noted nowhere. Throws NOT_FOUND or FORBIDDEN. Returns what the group is now.
 */
export async function updateGroup(
  ctx: ActorContext,
  input: UpdateGroupInput & { reason?: string },
  door: Door = requireConversationForChange,
): Promise<ConversationDetails> {
  const { conversationId, reason, ...wanted } = input;
  return transaction(ctx, async (tx) => {
    const group = await door(ctx, conversationId, tx.db);
    const { visibility, ...rest } = wanted;
    const touchesRest = Object.values(rest).some((value) => value !== undefined);
    if (visibility !== undefined && !canChangeVisibility(group)) throw new AppError("FORBIDDEN");
    if ((touchesRest || visibility === undefined) && !canEditGroup(group)) throw new AppError("FORBIDDEN");
    const [first, ...more] = differences(group, wanted);
    if (!first) return requireDetails(tx.db, conversationId);
    const changed = [first, ...more];
    const after = Object.assign({}, ...changed.map(({ columns }) => columns));
    tx.audit({
      action: "conversation.updated",
      target: { type: "conversation", id: conversationId },
      before: Object.fromEntries(Object.keys(after).map((key) => [key, group[key as keyof typeof group]])),
      after,
      reason,
    });
    return changeDetails(tx, ctx.actor, conversationId, after, [first.event, ...more.map((m) => m.event)]);
  });
}

type Difference = { columns: Partial<Wanted>; event: SystemEvent };
type Wanted = Omit<UpdateGroupInput, "conversationId">;

/** What is wanted other than it is, and how the history tells it. */
function differences(group: VisibleConversation, wanted: Wanted): Difference[] {
  const { name, description, visibility, announcementOnly, slowModeSeconds } = wanted;
  const found: Difference[] = [];
  if (name !== undefined && name !== group.name)
    found.push({ columns: { name }, event: { type: "renamed", from: group.name ?? "", to: name } });
  if (description !== undefined && description !== group.description)
    found.push({ columns: { description }, event: { type: "described" } });
  if (visibility !== undefined && visibility !== group.visibility)
    found.push({ columns: { visibility }, event: { type: "visibility-set", visibility } });
  if (announcementOnly !== undefined && announcementOnly !== group.announcementOnly)
    found.push({
      columns: { announcementOnly },
      event: { type: "announcements-set", on: announcementOnly },
    });
  if (slowModeSeconds !== undefined && slowModeSeconds !== group.slowModeSeconds)
    found.push({
      columns: { slowModeSeconds },
      event: { type: "slow-mode-set", seconds: slowModeSeconds },
    });
  return found;
}
