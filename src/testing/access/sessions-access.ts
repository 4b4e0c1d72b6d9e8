import { signInForCookie } from "../caller";
import { createUser, testPassword } from "../factories";
import { type AccessRows, nobodyIn, type Outcomes, signedIn } from "./outcomes";

/** Everybody who is signed in is refused in the same way. */
const refusedTo = (code: string): Outcomes => ({
  ...{ ...nobodyIn, outsider: code, member: code, moderator: code, admin: code },
});

export const sessionsAccess: AccessRows = {
  "sessions.proof": { outcomes: signedIn },
  // Whoever has a password gets no code: see require-proof.test.ts.
  "sessions.mailCode": { outcomes: refusedTo("ALREADY_DONE") },
  "sessions.list": { outcomes: signedIn },
  "sessions.attempts": { outcomes: signedIn },
  // Whose session it is decides: see own-sessions.test.ts.
  "sessions.end": {
    input: async () => ({ sessionId: (await signInForCookie(await createUser())).sessionId }),
    outcomes: refusedTo("NOT_FOUND"),
  },
  "sessions.endAll": { input: () => ({ everywhere: false }), outcomes: signedIn },
  "sessions.changePassword": {
    input: () => ({ currentPassword: testPassword, newPassword: testPassword }),
    outcomes: signedIn,
  },
  // There is no provider: see oidc.test.ts.
  "identity.get": { outcomes: signedIn },
  "identity.beginLink": { input: () => ({ password: testPassword }), outcomes: refusedTo("NOT_FOUND") },
  "identity.unlink": { input: () => ({ password: testPassword }), outcomes: refusedTo("NOT_FOUND") },
};
