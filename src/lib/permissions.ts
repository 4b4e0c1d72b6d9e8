/** Roles of the instance. */
export type Role = "admin" | "moderator" | "user";

/**
 * Everything that needs more than an account, and the roles that may do it. The whole table: gates, buttons and the
 * console's navigation ask it, and nothing else grants anything. What a person may do in a conversation is that
 * conversation's matter (its members' roles).
 */
const table = {
  /** What waits for one's role, and how lively the instance is. */
  "dashboard.view": ["admin", "moderator"],
  /** How the parts of the instance are: database, disk, worker. */
  "health.view": ["admin"],
  "audit.view": ["admin"],
  "people.view": ["admin"],
  "people.review": ["admin"],
  "people.invite": ["admin"],
  /** See reports, assign and decide them. */
  "reports.handle": ["admin", "moderator"],
  "reports.export": ["admin"],
  "answer-templates.manage": ["admin"],
  "message-filters.manage": ["admin"],
  "conversations.view": ["admin"],
  "conversations.export": ["admin"],
  "conversations.manage": ["admin"],
  /** Read a private conversation, for a reason and for a time. */
  "conversations.break-glass": ["admin"],
  "security.manage": ["admin"],
  "security.view": ["admin"],
  "security.export": ["admin"],
  "people.export": ["admin"],
  "people.import": ["admin"],
  "people.reset-factors": ["admin"],
  "people.suspend": ["admin"],
  /** Ban, reactivate, change roles, end sessions, reset passwords; one by one or many at once. */
  "people.manage": ["admin"],
  /** Send a system message to everybody or to a role. */
  "broadcasts.send": ["admin"],
  "jobs.view": ["admin"],
  "jobs.manage": ["admin"],
  "settings.manage": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof table;
export const permissions = Object.keys(table) as Permission[];

/** Whether the actor's role has the permission. */
export function can(actor: { role: Role }, permission: Permission): boolean {
  return (table[permission] as readonly Role[]).includes(actor.role);
}

/** Whether the actor has a part in the console at all. */
export function canOpenConsole(actor: { role: Role }): boolean {
  return permissions.some((permission) => can(actor, permission));
}

/** The roles that have a permission. */
export function rolesThatMay(permission: Permission): Role[] {
  return [...table[permission]];
}
