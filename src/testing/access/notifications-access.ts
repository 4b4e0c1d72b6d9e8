import { type AccessRows, everybody, signedIn } from "./outcomes";

/** Everybody has notifications of their own only: somebody else's id changes nothing. */
export const notificationsAccess: AccessRows = {
  "notifications.list": { input: () => ({}), outcomes: signedIn },
  "notifications.banners": { outcomes: signedIn },
  "notifications.countUnread": { outcomes: signedIn },
  "notifications.markRead": { input: () => ({ ids: [crypto.randomUUID()] }), outcomes: signedIn },
  // Whoever got the mail: the token says whose it is, and an unknown one nothing.
  "notifications.digest.end": { input: () => ({ token: crypto.randomUUID() }), outcomes: everybody },
  "notifications.push.publicKey": { outcomes: signedIn },
  "notifications.push.devices": { outcomes: signedIn },
  "notifications.push.subscribe": {
    input: () => ({
      endpoint: `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`,
      keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) },
    }),
    outcomes: signedIn,
  },
  "notifications.push.unsubscribe": { input: () => ({ id: crypto.randomUUID() }), outcomes: signedIn },
  "notifications.settings.get": { outcomes: signedIn },
  "notifications.settings.update": { input: () => ({ sounds: false }), outcomes: signedIn },
  "notifications.markAllRead": { outcomes: signedIn },
};
