import { auditActions, describeAction } from "@/server/audit/audit-actions";
import type { AuditAction } from "../dto";

/** Every action that the log knows, to filter by. */
export function listActions(): AuditAction[] {
  return Object.entries(auditActions).map(([action, { target: targetType }]) => ({
    ...{ action, targetType },
    ...describeAction(action),
  }));
}
