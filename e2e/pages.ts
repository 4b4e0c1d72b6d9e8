/** Every page of the console that has an address of its own. */
export const consolePages = [
  ...["", "people", "people/import", "conversations", "break-glass", "broadcasts", "jobs"],
  ...["moderation", "moderation/held", "moderation/filters", "moderation/answers"],
  ...[
    "security",
    "security/events",
    "security/sessions",
    "security/sessions?show=attempts",
    "security/blocks",
    "security/limits",
  ],
  ...[
    "settings",
    "settings/notifications",
    "settings/mail",
    "settings/maintenance",
    "settings/private-conversations",
  ],
  ...["audit", "audit/report"],
].map((page) => `/admin/${page}`);
/** Every page of the account. */
export const accountPages = ["profile", "security", "notifications", "appearance", "privacy"].map(
  (page) => `/account/${page}`,
);
