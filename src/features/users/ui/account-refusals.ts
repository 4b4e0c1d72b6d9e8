/** Refusals of a new account that belong beside the field that caused them. */
export const accountRefusals = {
  EMAIL_TAKEN: "email",
  USERNAME_TAKEN: "username",
  PASSWORD_TOO_SHORT: "password",
  PASSWORD_COMMON: "password",
} as const;
