import { type AccessRows, everybody, signedIn } from "./outcomes";
import { account, invitation } from "./subjects";

export const usersAccess: AccessRows = {
  "users.me": { outcomes: signedIn },
  "users.register": { input: account, outcomes: everybody },
  "users.describeLink": { input: invitation, outcomes: everybody },
  "users.acceptLink": { input: async () => ({ ...(await invitation()), ...account() }), outcomes: everybody },
  "users.preferences": { outcomes: signedIn },
  "users.updatePreferences": { input: () => ({ readReceipts: true }), outcomes: signedIn },
  "users.search": { input: () => ({ query: "a" }), outcomes: signedIn },
};
