/** Everybody who may ask. Moderator and admin are no members of the conversations that are asked for. */
export const personas = [
  "anonymous",
  "pending",
  "suspended",
  "outsider",
  "member",
  "moderator",
  "admin",
] as const;
export type Persona = (typeof personas)[number];
export type Outcomes = Record<Persona, string>;

/** For procedures by path: an input that is valid for whoever may, and what each persona gets. */
export type AccessRows = Record<string, { input?: () => unknown; outcomes: Outcomes }>;

export const nobodyIn = {
  anonymous: "UNAUTHENTICATED",
  pending: "UNAUTHENTICATED",
  suspended: "UNAUTHENTICATED",
} as const;
export const everybody: Outcomes = {
  anonymous: "ok",
  pending: "ok",
  suspended: "ok",
  outsider: "ok",
  member: "ok",
  moderator: "ok",
  admin: "ok",
};
export const signedIn: Outcomes = { ...everybody, ...nobodyIn };
export const membersOnly: Outcomes = {
  ...nobodyIn,
  outsider: "NOT_FOUND",
  member: "ok",
  moderator: "NOT_FOUND",
  admin: "NOT_FOUND",
};
export const adminsOnly: Outcomes = {
  ...nobodyIn,
  outsider: "FORBIDDEN",
  member: "FORBIDDEN",
  moderator: "FORBIDDEN",
  admin: "ok",
};
