import { type AccessRows, adminsOnly } from "./outcomes";

export const adminDashboardAccess: AccessRows = {
  // What each role sees of it: dashboard.test.ts.
  "admin.dashboard.get": { outcomes: { ...adminsOnly, moderator: "ok" } },
};
