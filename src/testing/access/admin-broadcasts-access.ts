import { callAs } from "../caller";
import { createUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";

const planned = () => ({
  ...{ id: crypto.randomUUID(), title: "Maintenance", body: "Tomorrow at ten." },
  ...{ important: true, audience: "everybody" as const },
  sendAt: new Date(Date.now() + 3_600_000).toISOString(),
});

export const adminBroadcastsAccess: AccessRows = {
  "admin.broadcasts.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.broadcasts.audience": { input: () => ({ audience: "everybody" }), outcomes: adminsOnly },
  "admin.broadcasts.scheduled": { outcomes: adminsOnly },
  "admin.broadcasts.schedule": { input: planned, outcomes: adminsOnly },
  "admin.broadcasts.cancel": {
    input: async () => {
      const { id } = await callAs(await createUser({ role: "admin" })).admin.broadcasts.schedule(planned());
      return { id };
    },
    outcomes: adminsOnly,
  },
  "admin.broadcasts.send": {
    input: () => ({
      ...{ id: crypto.randomUUID(), title: "Maintenance", body: "Tonight at ten." },
      ...{ important: true, audience: "everybody" },
    }),
    outcomes: adminsOnly,
  },
};
