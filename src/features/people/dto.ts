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
  /** two letters (ISO 3166), as far as the registries say */
  country: string | null;
  device: string | null;
};

/** How often somebody signed in from a country, as far back as attempts are kept. */
export type CountryOfSignIns = { country: string; count: number };

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
  /** the most frequent first */
  countries: CountryOfSignIns[];
  conversations: PersonConversation[];
  notes: PersonNote[];
};
