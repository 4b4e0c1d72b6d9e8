export type UserRole = "admin" | "moderator" | "user";
export type UserStatus = "pending" | "active" | "suspended" | "banned" | "rejected" | "deactivated";

/** What any signed-in person may see of another. */
export type UserSummary = { id: string; username: string; displayName: string };

/** The signed-in person's own account. */
export type OwnAccount = UserSummary & { email: string | null; role: UserRole };

/** A person as the console lists them. */
export type AdminUser = UserSummary & {
  email: string | null;
  role: UserRole;
  status: UserStatus;
  imported: boolean;
  createdAt: string;
};
