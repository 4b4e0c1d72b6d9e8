/** What a user agent says about itself; null where it says nothing. */
export type Device = { browser: string | null; system: string | null };

/** With what somebody who is signed in proves once more who they are; `none`: they have nothing for it. */
export type ProofKind = "password" | "code" | "mail" | "none";

/** How somebody proved at the beginning of a session who they are. */
export type SignInMethod = "password" | "password_and_code" | "passkey" | "provider" | "provider_and_code";

/** A session of the signed-in person's own. */
export type OwnSession = {
  id: string;
  /** the one that asks */
  current: boolean;
  client: "browser" | "api";
  /** how it began */
  method: SignInMethod;
  device: Device;
  /** where it was last used from */
  ip: string | null;
  /** two letters (ISO 3166), as far as the registries say */
  country: string | null;
  createdAt: string;
  lastUsedAt: string;
};

/** An attempt to sign in to the person's own account. */
export type OwnSignInAttempt = {
  id: number;
  at: string;
  outcome: "succeeded" | "code_missing" | "failed";
  device: Device;
  ip: string | null;
  country: string | null;
};

/** What an API client holds; `expiresIn` is the access token's life in seconds. */
export type TokenPair = {
  tokenType: "Bearer";
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
};

type PersonName = { id: string; displayName: string; username: string };

/** A session of anybody's that still works, for the console. */
export type LiveSession = OwnSession & {
  person: PersonName;
  /** the registered range that the address belongs to */
  network: string | null;
};
export type LiveSessionPage = { sessions: LiveSession[]; nextCursor: string | null };

/** An attempt to sign in, for the console. `person` is null where there is no such account. */
export type SignInAttempt = {
  id: number;
  at: string;
  outcome: "succeeded" | "failed" | "locked_out";
  /** the password of a signed-in person was asked for again */
  confirmation: boolean;
  person: PersonName | null;
  device: Device;
  ip: string | null;
  country: string | null;
  network: string | null;
};
export type SignInAttemptPage = { attempts: SignInAttempt[]; nextCursor: number | null };

/** Attempts by time: one entry for each interval, also where there were none. */
export type AttemptTimeline = {
  /** length of an interval */
  hours: number;
  intervals: { from: string; succeeded: number; failed: number; lockedOut: number }[];
};
