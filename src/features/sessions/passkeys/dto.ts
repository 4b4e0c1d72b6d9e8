/** A passkey of the signed-in person's own. */
export type OwnPasskey = {
  id: string;
  name: string;
  /** Whether it is kept in an account of its maker's, and so on several devices. */
  backedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};

/** A passkey that was just added; recovery codes come with the first factor of a person, else there are none. */
export type AddedPasskey = { passkey: OwnPasskey; recoveryCodes: string[] };
