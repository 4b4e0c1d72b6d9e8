import type { Density, Theme, TimeFormat } from "@/lib/appearance";
import type { Locale } from "@/lib/locales";

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
  /** Whether it is somebody's: a person whom an import brought has to take their account over first. */
  claimed: boolean;
  /** Until when an invitation that was made for this person works; null when there is none. */
  invitedUntil: string | null;
  createdAt: string;
  /** When they were last connected; null: never. */
  seenAt: string | null;
  /** Why the status is what it is, where somebody said so. */
  statusReason: string | null;
  /** When a suspension ends by itself. */
  suspendedUntil: string | null;
  emailVerified: boolean;
  /** Whether they have set up codes or a passkey. */
  hasSecondFactor: boolean;
  /** Whether an administrator demands one of them. */
  secondFactorRequired: boolean;
  /** Where they last signed in: two letters (ISO 3166); null: nowhere in particular, or never. */
  lastCountry: string | null;
};

/** An invitation at the one moment when its link can be read; `mailed` where it was also sent. */
export type Invitation = { url: string; invitedUntil: string; mailed: boolean };

/** A link with which somebody chooses a new password: sent to them, or handed on (`url`) where there is no mail. */
export type ResetLink = { url: string | null; validUntil: string };

/** What anybody signed in may know of a person. */
export type Profile = UserSummary & {
  role: UserRole;
  bio: string;
  timeZone: string | null;
  joinedAt: string;
  /** Whether they can be written to. */
  active: boolean;
};

/** What a person can change of their own account. */
export type OwnProfile = UserSummary & {
  bio: string;
  locale: Locale | null;
  timeZone: string | null;
  email: string | null;
  /** An address that waits to be confirmed. */
  newEmail: string | null;
};

export type AdminUserPage = { users: AdminUser[]; nextCursor: { key: string; id: string } | null };

/** Counts end here: what is larger is shown as "more than". */
export const countedAtMost = 10_000;

/** People by what an administrator has to do with them. `imported` ones have not taken over their account yet. */
export type AdminUserCounts = Record<
  "pending" | "active" | "suspended" | "banned" | "imported" | "rejected",
  number
>;

/** By when people were last connected: within a day, a week, 30 days, not for 30 days, never. */
export const seenChoices = ["day", "week", "month", "longer", "never"] as const;

/** What a person chose for themselves. */
export type UserPreferences = {
  /** Others see what this person has read, and this person sees what others have read. */
  readReceipts: boolean;
  /** Others see whether this person is here and when they last were, and this person sees it of others. */
  showPresence: boolean;
  theme: Theme;
  density: Density;
  timeFormat: TimeFormat;
  /** The language of the interface; null: whatever the browser asks for. */
  locale: Locale | null;
};
