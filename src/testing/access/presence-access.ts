import { type AccessRows, signedIn } from "./outcomes";
import { people } from "./subjects";

export const presenceAccess: AccessRows = {
  "presence.list": { input: () => ({ userIds: [people.owner.id] }), outcomes: signedIn },
  "presence.share": { input: () => ({ shared: true }), outcomes: signedIn },
  "presence.touch": { outcomes: signedIn },
  "presence.setStatus": { input: () => ({ emoji: null, text: "busy", until: null }), outcomes: signedIn },
};
