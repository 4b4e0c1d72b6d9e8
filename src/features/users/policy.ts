import type { UserStatus } from "./dto";

type Reviewed = { status: UserStatus; imported: boolean };

/** Imported people are invited, not approved: they have nothing to sign in with. */
export const canApproveUser = (user: Reviewed) => user.status === "pending" && !user.imported;
export const canRejectUser = (user: Reviewed) => user.status === "pending" && !user.imported;
export const canInviteUser = (user: Reviewed) => user.status === "deactivated" && user.imported;
