import { type AccessRows, signedIn } from "./outcomes";

/** Everybody has notifications of their own only: somebody else's id changes nothing. */
export const notificationsAccess: AccessRows = {
  "notifications.list": { input: () => ({}), outcomes: signedIn },
  "notifications.countUnread": { outcomes: signedIn },
  "notifications.markRead": { input: () => ({ ids: [crypto.randomUUID()] }), outcomes: signedIn },
  "notifications.settings.get": { outcomes: signedIn },
  "notifications.settings.update": { input: () => ({ sounds: false }), outcomes: signedIn },
  "notifications.markAllRead": { outcomes: signedIn },
};
