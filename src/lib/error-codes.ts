/** Every refusal that a person can meet; each has a text in the `errors` message catalogue. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "ACCOUNT_PENDING",
  "ACCOUNT_NOT_ACTIVE",
  "INVALID_CREDENTIALS",
  "PASSWORD_WRONG",
  "SIGN_UP_CLOSED",
  "EMAIL_TAKEN",
  "USERNAME_TAKEN",
  "LINK_INVALID",
  "NOT_FOUND",
  "FORBIDDEN",
  "BAD_ORIGIN",
  "BAD_INPUT",
  "MESSAGE_TOO_LONG",
  "MESSAGE_ID_TAKEN",
  "REPLY_TARGET_MISSING",
  "CONVERSATION_ARCHIVED",
  "ANNOUNCEMENT_ONLY",
  "SLOW_MODE",
  "LAST_OWNER",
  "ALREADY_DONE",
  "RATE_LIMITED",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof errorCodes)[number];
