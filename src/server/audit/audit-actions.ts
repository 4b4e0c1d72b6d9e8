/**
 * Everything that the audit log can say, noun.past, with the kind of thing that each action happens to. A closed list:
 * an entry of any other action does not compile.
 */
export const auditActions = {
  "conversation.archived": { target: "conversation" },
  "conversation.created": { target: "conversation" },
  "conversation.deleted": { target: "conversation" },
  "conversation.joined": { target: "conversation" },
  "conversation.left": { target: "conversation" },
  "conversation.link-created": { target: "conversation" },
  "conversation.link-revoked": { target: "conversation" },
  "conversation.member-removed": { target: "conversation" },
  "conversation.members-added": { target: "conversation" },
  "conversation.restored": { target: "conversation" },
  "conversation.role-set": { target: "conversation" },
  "conversation.unarchived": { target: "conversation" },
  "conversation.updated": { target: "conversation" },
  "message.deleted": { target: "message" },
  "message.undeleted": { target: "message" },
  "people.exported": { target: "transfer" },
  "session.ended": { target: "session" },
  "session.started": { target: "session" },
  "setting.changed": { target: "settings" },
  "transfer.imported": { target: "transfer" },
  "transfer.seeded": { target: "transfer" },
  "user.approved": { target: "user" },
  "user.factors-reset": { target: "user" },
  "user.first-admin-created": { target: "user" },
  "user.identity-linked": { target: "user" },
  "user.identity-unlinked": { target: "user" },
  "user.invitation-accepted": { target: "user" },
  "user.invited": { target: "user" },
  "user.passkey-added": { target: "user" },
  "user.passkey-removed": { target: "user" },
  "user.passkey-renamed": { target: "user" },
  "user.password-changed": { target: "user" },
  "user.preferences-updated": { target: "user" },
  "user.recovery-code-used": { target: "user" },
  "user.recovery-codes-renewed": { target: "user" },
  "user.registered": { target: "user" },
  "user.rejected": { target: "user" },
  "user.totp-disabled": { target: "user" },
  "user.totp-enabled": { target: "user" },
} as const satisfies Record<string, { target: string }>;

export type AuditAction = keyof typeof auditActions;
export type AuditTargetType = (typeof auditActions)[AuditAction]["target"];
