import type { UserRole, UserStatus } from "./dto";

type Reviewed = { status: UserStatus; imported: boolean; email: string | null };
type Ranked = { id: string; role: UserRole };

/** Imported people are invited, not approved: they have nothing to sign in with. */
export const canApproveUser = (user: Reviewed) => user.status === "pending" && !user.imported;
export const canRejectUser = (user: Reviewed) => user.status === "pending" && !user.imported;
export const canInviteUser = (user: Reviewed) => user.status === "deactivated" && isUnclaimed(user);

/** Brought by an import, and not yet taken over by the person. */
const isUnclaimed = (user: Reviewed) => user.imported && user.email === null;

/** Nobody decides about themselves; administrators about everybody else, others only about ordinary users. */
export const canActOn = (actor: Ranked, user: Ranked) =>
  actor.id !== user.id && (actor.role === "admin" || user.role === "user");
export const canSuspendUser = (user: Reviewed) => user.status === "active" || user.status === "suspended";
export const canBanUser = (user: Reviewed) => user.status === "active" || user.status === "suspended";
export const canReactivateUser = (user: Reviewed) =>
  user.status === "suspended" ||
  user.status === "banned" ||
  user.status === "rejected" ||
  (user.status === "deactivated" && !isUnclaimed(user));
