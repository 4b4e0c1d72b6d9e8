import { type AccessRows, adminsOnly } from "./outcomes";

export const adminSettingsAccess: AccessRows = {
  "admin.settings.get": { outcomes: adminsOnly },
  "admin.settings.update": { input: () => ({ instanceName: "Harbour" }), outcomes: adminsOnly },
};
