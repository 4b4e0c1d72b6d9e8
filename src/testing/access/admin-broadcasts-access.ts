import { type AccessRows, adminsOnly } from "./outcomes";

export const adminBroadcastsAccess: AccessRows = {
  "admin.broadcasts.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.broadcasts.audience": { input: () => ({ audience: "everybody" }), outcomes: adminsOnly },
  "admin.broadcasts.scheduled": { outcomes: adminsOnly },
  "admin.broadcasts.schedule": {
    input: () => ({
      ...{ id: crypto.randomUUID(), title: "Maintenance", body: "Tomorrow at ten." },
      ...{ important: true, audience: "everybody" },
      sendAt: new Date(Date.now() + 3_600_000).toISOString(),
    }),
    outcomes: adminsOnly,
  },
  "admin.broadcasts.cancel": {
    input: () => ({ id: crypto.randomUUID() }),
    outcomes: { ...adminsOnly, admin: "NOT_FOUND" },
  },
  "admin.broadcasts.send": {
    input: () => ({
      ...{ id: crypto.randomUUID(), title: "Maintenance", body: "Tonight at ten." },
      ...{ important: true, audience: "everybody" },
    }),
    outcomes: adminsOnly,
  },
};
