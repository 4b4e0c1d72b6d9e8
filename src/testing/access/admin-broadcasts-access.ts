import { type AccessRows, adminsOnly } from "./outcomes";

export const adminBroadcastsAccess: AccessRows = {
  "admin.broadcasts.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.broadcasts.audience": { input: () => ({ audience: "everybody" }), outcomes: adminsOnly },
  "admin.broadcasts.send": {
    input: () => ({
      ...{ id: crypto.randomUUID(), title: "Maintenance", body: "Tonight at ten." },
      ...{ important: true, audience: "everybody" },
    }),
    outcomes: adminsOnly,
  },
};
