/** All tables, for drizzle-kit and the typed database. */
export * from "./audit-entries";
export * from "./conversations";
export * from "./drafts";
export * from "./messages";
export * from "./outbox";
export * from "./sessions";
export * from "./settings";
export * from "./threads";
export * from "./users";
