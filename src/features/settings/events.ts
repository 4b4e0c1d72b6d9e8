/** On `private-user-<id>` of everybody who is connected: what pages hold of the instance's settings is old. */
export type SettingsEvents = { "settings.changed": Record<string, never> };
