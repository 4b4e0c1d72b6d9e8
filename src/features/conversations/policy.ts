import type { UserRole } from "@/features/users/dto";
import type { ConversationRole } from "./dto";

/** `archivedAt` as the database or the wire has it: only whether it is there matters. */
type Membership = { kind: "direct" | "group"; role: ConversationRole; archivedAt: unknown };
type Target = { role: ConversationRole; self: boolean };

const runs = (c: Membership) => c.kind === "group" && c.role !== "member";
const owns = (c: Membership) => c.kind === "group" && c.role === "owner";

/** Nobody writes to an archived group; ordinary members only listen where there are announcements only. */
export const canPost = (c: Membership & { announcementOnly: boolean }) =>
  !c.archivedAt && (!c.announcementOnly || c.role !== "member");

/** Owners and admins write as quickly as they like. */
export const isSlowed = (c: Membership & { slowModeSeconds: number }) =>
  c.slowModeSeconds > 0 && c.role === "member";

export const canAddMembers = (c: Membership) => runs(c) && !c.archivedAt;
export const canInviteByLink = (c: Membership) => runs(c) && !c.archivedAt;

/** Name, description, announcements only, slow mode. */
export const canEditGroup = (c: Membership) => runs(c) && !c.archivedAt;
/** Who may find a group decides who can read its past: the owners' choice. */
export const canChangeVisibility = (c: Membership) => owns(c) && !c.archivedAt;
export const canArchiveGroup = (c: Membership) => owns(c) && !c.archivedAt;
export const canUnarchiveGroup = (c: Membership) => owns(c) && Boolean(c.archivedAt);

/** Owners make owners, admins and members of anybody; an owner steps down like that too. */
export const canSetRole = (c: Membership) => owns(c);
export const canHandOver = (c: Membership, target: Target) => owns(c) && !target.self;

/** Owners remove anybody, admins ordinary members; one's own way out is to leave. */
export const canRemoveMember = (c: Membership, target: Target) =>
  !target.self && (owns(c) || (runs(c) && target.role === "member"));

/** Somebody must stay responsible: the last owner leaves only after naming a successor. */
export const canLeave = (c: Pick<Membership, "kind">) => c.kind === "group";

/** Owners, and the instance's admins whether they are members or not. */
export const canDeleteGroup = (
  actor: { role: UserRole },
  c: { kind: "direct" | "group"; role: ConversationRole | null },
) => c.kind === "group" && (c.role === "owner" || actor.role === "admin");
export const canRestoreGroup: typeof canDeleteGroup = (actor, c) => canDeleteGroup(actor, c);
