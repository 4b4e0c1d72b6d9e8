import { Secret, TOTP } from "otpauth";
import { callAs } from "../caller";
import { createUser, testPassword } from "../factories";
import { type AccessRows, adminsOnly, nobodyIn, signedIn } from "./outcomes";

const password = () => ({ password: testPassword });
/** Whose factors they are decides: see factors.test.ts. */
const withoutAny = {
  ...nobodyIn,
  outsider: "NOT_FOUND",
  member: "NOT_FOUND",
  moderator: "NOT_FOUND",
  admin: "NOT_FOUND",
};

async function somebodyWithCodes() {
  const person = await createUser();
  const { secret } = await callAs(person).factors.beginTotp({ password: testPassword });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await callAs(person).factors.confirmTotp({ code });
  return { userId: person.id, reason: "lost the phone" };
}

export const factorsAccess: AccessRows = {
  "factors.status": { outcomes: signedIn },
  // First, without anything begun.
  "factors.confirmTotp": { input: () => ({ code: "123456" }), outcomes: withoutAny },
  "factors.beginTotp": { input: password, outcomes: signedIn },
  "factors.removeTotp": { input: password, outcomes: withoutAny },
  "factors.renewRecoveryCodes": { input: password, outcomes: withoutAny },
  "admin.factors.of": {
    input: async () => ({ userId: (await createUser()).id }),
    outcomes: adminsOnly,
  },
  "admin.factors.reset": { input: somebodyWithCodes, outcomes: adminsOnly },
};
