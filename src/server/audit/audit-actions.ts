/** How much an action asks to be looked at: what concerns security, and of that what an auditor wants to see one by one. */
export type AuditSeverity = "routine" | "security" | "critical";

/**
 * Everything that the audit log can say, noun.past, with the kind of thing that each action happens to and, unless it
 * is routine, how grave it is. The noun is its category. A closed list: an entry of any other action does not compile.
 * Each action and category has its name in the `audit` message catalogue.
 */
export const auditActions = {
  "answer-template.deleted": { target: "answer-template" },
  "answer-template.saved": { target: "answer-template" },
  "audit.checked": { severity: "security", target: "audit" },
  "audit.export-finished": { severity: "security", target: "audit" },
  "audit.exported": { severity: "critical", target: "audit" },
  "audit.tampering-found": { severity: "critical", target: "audit" },
  "audit.trimmed": { severity: "critical", target: "audit" },
  "break-glass.ended": { severity: "security", target: "conversation" },
  "break-glass.opened": { severity: "critical", target: "conversation" },
  "break-glass.read": { severity: "critical", target: "conversation" },
  "break-glass.refused": { severity: "security", target: "conversation" },
  "break-glass.requested": { severity: "critical", target: "conversation" },
  "conversation.archived": { target: "conversation" },
  "conversation.created": { target: "conversation" },
  "conversation.deleted": { severity: "critical", target: "conversation" },
  "conversation.joined": { target: "conversation" },
  "conversation.left": { target: "conversation" },
  "conversation.link-created": { severity: "security", target: "conversation" },
  "conversation.link-revoked": { severity: "security", target: "conversation" },
  "conversation.member-removed": { severity: "security", target: "conversation" },
  "conversation.members-added": { target: "conversation" },
  "conversation.restored": { target: "conversation" },
  "conversation.role-set": { severity: "security", target: "conversation" },
  "conversation.unarchived": { target: "conversation" },
  "conversation.updated": { target: "conversation" },
  "held-message.delivered": { target: "held-message" },
  "held-message.rejected": { severity: "security", target: "held-message" },
  "ip-rule.added": { severity: "security", target: "ip-rule" },
  "ip-rule.changed": { severity: "security", target: "ip-rule" },
  "ip-rule.removed": { severity: "security", target: "ip-rule" },
  "message-filter.deleted": { severity: "security", target: "message-filter" },
  "message-filter.saved": { severity: "security", target: "message-filter" },
  "message.deleted": { severity: "security", target: "message" },
  "message.undeleted": { target: "message" },
  "people.exported": { severity: "critical", target: "transfer" },
  "report.assigned": { target: "report" },
  "report.closed": { severity: "security", target: "report" },
  "report.filed": { target: "report" },
  "security-event.acknowledged": { severity: "security", target: "security-event" },
  "session.ended": { severity: "security", target: "session" },
  "session.started": { severity: "security", target: "session" },
  "setting.changed": { severity: "critical", target: "settings" },
  "transfer.imported": { severity: "critical", target: "transfer" },
  "transfer.seeded": { severity: "critical", target: "transfer" },
  "user.approved": { severity: "security", target: "user" },
  "user.banned": { severity: "security", target: "user" },
  "user.deactivated": { severity: "security", target: "user" },
  "user.deleted": { severity: "critical", target: "user" },
  "user.email-change-asked": { severity: "security", target: "user" },
  "user.email-changed": { severity: "security", target: "user" },
  "user.email-verified": { target: "user" },
  "user.factors-reset": { severity: "security", target: "user" },
  "user.first-admin-created": { severity: "critical", target: "user" },
  "user.invitation-accepted": { severity: "security", target: "user" },
  "user.invited": { severity: "security", target: "user" },
  "user.invited-by-email": { severity: "security", target: "user" },
  "user.passkey-added": { severity: "security", target: "user" },
  "user.passkey-removed": { severity: "security", target: "user" },
  "user.passkey-renamed": { severity: "security", target: "user" },
  "user.password-changed": { severity: "security", target: "user" },
  "user.password-reset": { severity: "security", target: "user" },
  "user.password-reset-asked": { severity: "security", target: "user" },
  "user.preferences-updated": { target: "user" },
  "user.profile-updated": { target: "user" },
  "user.reactivated": { severity: "security", target: "user" },
  "user.recovery-code-used": { severity: "security", target: "user" },
  "user.recovery-codes-renewed": { severity: "security", target: "user" },
  "user.registered": { target: "user" },
  "user.rejected": { severity: "security", target: "user" },
  "user.warned": { severity: "security", target: "user" },
  "user.warning-acknowledged": { target: "user" },
  "user.role-set": { severity: "critical", target: "user" },
  "user.suspended": { severity: "security", target: "user" },
  "user.totp-disabled": { severity: "security", target: "user" },
  "user.totp-enabled": { severity: "security", target: "user" },
} as const satisfies Record<string, { severity?: AuditSeverity; target: string }>;

export type AuditAction = keyof typeof auditActions;
export type AuditTargetType = (typeof auditActions)[AuditAction]["target"];

const known: Record<string, { severity?: AuditSeverity; target: string }> = auditActions;

/** Category and severity of an action; one that an older or newer release wrote counts as routine. */
export function describeAction(action: string): { category: string; severity: AuditSeverity } {
  return { category: action.split(".")[0] ?? action, severity: known[action]?.severity ?? "routine" };
}
