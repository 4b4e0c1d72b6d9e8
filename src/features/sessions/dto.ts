/** What a user agent says about itself; null where it says nothing. */
export type Device = { browser: string | null; system: string | null };

/** A session of the signed-in person's own. */
export type OwnSession = {
  id: string;
  /** the one that asks */
  current: boolean;
  client: "browser" | "api";
  device: Device;
  /** where it was last used from */
  ip: string | null;
  createdAt: string;
  lastUsedAt: string;
};

/** An attempt to sign in to the person's own account. */
export type OwnSignInAttempt = {
  id: number;
  at: string;
  outcome: "succeeded" | "failed";
  device: Device;
  ip: string | null;
};

/** What an API client holds; `expiresIn` is the access token's life in seconds. */
export type TokenPair = {
  tokenType: "Bearer";
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
};
