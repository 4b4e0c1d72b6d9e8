import type { AdminUser, UserSummary } from "@/features/users/dto";

/** A session of somebody's that still works. */
export type PersonSession = {
  id: string;
  client: "browser" | "api";
  browser: string | null;
  system: string | null;
  ip: string | null;
  createdAt: string;
  lastUsedAt: string;
};

export type PersonSignIn = {
  id: number;
  at: string;
  outcome: string;
  ip: string | null;
  device: string | null;
};

/** A group of somebody's. With whom they write alone is theirs, and is not shown. */
export type PersonConversation = {
  id: string;
  name: string | null;
  visibility: "public" | "private";
  role: "owner" | "admin" | "member";
};

export type PersonNote = { id: string; body: string; author: UserSummary | null; createdAt: string };

/** Everything that the console shows of one person; each list is the newest of it. */
export type PersonDetails = {
  person: AdminUser;
  bio: string;
  sessions: PersonSession[];
  signIns: PersonSignIn[];
  conversations: PersonConversation[];
  notes: PersonNote[];
};
