import { signInForCookie } from "../caller";
import { createUser, testPassword } from "../factories";
import { type AccessRows, nobodyIn, signedIn } from "./outcomes";

export const sessionsAccess: AccessRows = {
  "sessions.list": { outcomes: signedIn },
  "sessions.attempts": { outcomes: signedIn },
  // Whose session it is decides: see own-sessions.test.ts.
  "sessions.end": {
    input: async () => ({ sessionId: (await signInForCookie(await createUser())).sessionId }),
    outcomes: {
      ...nobodyIn,
      outsider: "NOT_FOUND",
      member: "NOT_FOUND",
      moderator: "NOT_FOUND",
      admin: "NOT_FOUND",
    },
  },
  "sessions.endAll": { input: () => ({ everywhere: false }), outcomes: signedIn },
  "sessions.changePassword": {
    input: () => ({ currentPassword: testPassword, newPassword: testPassword }),
    outcomes: signedIn,
  },
};
