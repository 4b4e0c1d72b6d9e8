import { createImportedUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";
import { pendingInput } from "./subjects";

export const adminUsersAccess: AccessRows = {
  "admin.users.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.users.countMatching": { input: () => ({ status: "active" }), outcomes: adminsOnly },
  "admin.users.counts": { outcomes: adminsOnly },
  "admin.users.approve": { input: pendingInput, outcomes: adminsOnly },
  "admin.users.reject": {
    input: async () => ({ ...(await pendingInput()), reason: "spam" }),
    outcomes: adminsOnly,
  },
  // The decision is somebody else's: see register.test.ts for one's own.
  "admin.users.takeBackReview": {
    input: pendingInput,
    outcomes: { ...adminsOnly, admin: "ALREADY_DONE" },
  },
  "admin.users.invite": {
    input: async () => ({ userId: (await createImportedUser()).id }),
    outcomes: adminsOnly,
  },
};
