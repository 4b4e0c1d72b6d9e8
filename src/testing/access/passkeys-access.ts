import { v7 } from "uuid";
import { testPassword } from "../factories";
import { type AccessRows, nobodyIn, signedIn } from "./outcomes";

const signedInGet = (outcome: string) => ({
  ...nobodyIn,
  outsider: outcome,
  member: outcome,
  moderator: outcome,
  admin: outcome,
});

/** A key that nobody was asked for. */
const registration = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  clientExtensionResults: {},
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
};

/** Whose passkey it is decides: see passkeys.test.ts. */
export const passkeysAccess: AccessRows = {
  "passkeys.list": { outcomes: signedIn },
  "passkeys.begin": { input: () => ({ password: testPassword }), outcomes: signedIn },
  "passkeys.add": { input: () => ({ name: "Key", registration }), outcomes: signedInGet("PASSKEY_REFUSED") },
  "passkeys.rename": {
    input: () => ({ passkeyId: v7(), name: "Key" }),
    outcomes: signedInGet("NOT_FOUND"),
  },
  "passkeys.remove": {
    input: () => ({ passkeyId: v7(), password: testPassword }),
    outcomes: signedInGet("NOT_FOUND"),
  },
};
