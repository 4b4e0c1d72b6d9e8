import { randomUUID } from "node:crypto";
import { type AccessRows, signedIn } from "./outcomes";

// Everybody's own: see saved-views.test.ts.
export const savedViewsAccess: AccessRows = {
  "savedViews.list": { input: () => ({ list: "people" }), outcomes: signedIn },
  "savedViews.save": { input: () => ({ list: "people", name: "Admins", search: "" }), outcomes: signedIn },
  "savedViews.delete": { input: () => ({ id: randomUUID() }), outcomes: signedIn },
};
