import { type AccessRows, signedIn } from "./outcomes";

export const searchAccess: AccessRows = {
  "search.messages": { input: () => ({ query: "a" }), outcomes: signedIn },
  "search.jumpTargets": { input: () => ({ query: "a" }), outcomes: signedIn },
};
