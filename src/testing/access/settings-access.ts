import { type AccessRows, everybody } from "./outcomes";

export const settingsAccess: AccessRows = {
  "settings.public": { outcomes: everybody },
};
