/** All tables, for drizzle-kit and the typed database. */
export * from "./audit-chain";
export * from "./audit-entries";
export * from "./audit-exports";
export * from "./conversations";
export * from "./drafts";
export * from "./factors";
export * from "./invitation-links";
export * from "./leases";
export * from "./messages";
export * from "./outbox";
export * from "./presences";
export * from "./saved-views";
export * from "./sessions";
export * from "./settings";
export * from "./threads";
export * from "./user-preferences";
export * from "./users";
