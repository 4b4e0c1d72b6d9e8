import { saveLogo } from "@/features/settings/logo/server/change-logo";
import { actorContext, createUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";

/** A picture of one pixel. */
const pixel = {
  picture: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
};
const someLogo = async () => {
  await saveLogo(actorContext(await createUser({ role: "admin" })), pixel);
};

export const adminSettingsAccess: AccessRows = {
  "admin.mail.describe": { outcomes: adminsOnly },
  // There is no mail server.
  "admin.mail.test": { outcomes: { ...adminsOnly, admin: "MAIL_OFF" } },
  "admin.settings.get": { outcomes: adminsOnly },
  "admin.settings.update": { input: () => ({ instanceName: "Harbour" }), outcomes: adminsOnly },
  "admin.settings.saveLogo": { input: () => pixel, outcomes: adminsOnly },
  "admin.settings.removeLogo": { input: someLogo, outcomes: adminsOnly },
};
