/** The signed-in person's own second factors. */
export type FactorStatus = {
  /** Since when codes of an authenticator app are asked for; null when they are not. */
  totpSince: string | null;
  passkeys: number;
  recoveryCodesLeft: number;
  /** Whether the instance demands a second factor of this person. */
  required: boolean;
};

/** What anybody has set up, for whoever may take it away. */
export type FactorsOfPerson = Omit<FactorStatus, "required">;

/** What an authenticator app needs, at the one moment when it can be read. */
export type TotpSetUp = { secret: string; uri: string };

/** Recovery codes at the one moment when they can be read. */
export type NewRecoveryCodes = { recoveryCodes: string[] };
