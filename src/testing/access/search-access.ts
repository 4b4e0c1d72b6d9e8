import { type AccessRows, membersOnly, signedIn } from "./outcomes";
import { groupInput } from "./subjects";

export const searchAccess: AccessRows = {
  "search.messages": { input: () => ({ query: "a" }), outcomes: signedIn },
  "search.jumpTargets": { input: () => ({ query: "a" }), outcomes: signedIn },
  "messages.findDay": {
    input: async () => ({ ...(await groupInput()), since: "2024-01-01T00:00:00.000Z" }),
    outcomes: membersOnly,
  },
};
