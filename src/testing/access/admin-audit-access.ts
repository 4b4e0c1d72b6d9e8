import { sealEntries } from "@/server/audit/seal-entries";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { systemContext } from "@/server/trpc/request-context";
import { type AccessRows, adminsOnly } from "./outcomes";

async function entryInput() {
  const entry = { action: "user.approved", targetType: "user", targetId: "x" };
  const [row] = await database().db.insert(auditEntries).values(entry).returning({ id: auditEntries.id });
  return { id: row?.id };
}

export const adminAuditAccess: AccessRows = {
  "admin.audit.list": { input: () => ({ filter: { severity: "security" } }), outcomes: adminsOnly },
  "admin.audit.get": { input: entryInput, outcomes: adminsOnly },
  "admin.audit.actions": { outcomes: adminsOnly },
  "admin.audit.statistics": { input: () => ({}), outcomes: adminsOnly },
  "admin.audit.report": {
    input: () => ({ from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }),
    outcomes: adminsOnly,
  },
  "admin.audit.chain": { outcomes: adminsOnly },
  "admin.audit.verify": {
    input: async () => {
      await sealEntries(systemContext());
      return { after: null };
    },
    outcomes: adminsOnly,
  },
  "admin.audit.exports": { outcomes: adminsOnly },
  "admin.audit.startExport": { input: () => ({ format: "csv" }), outcomes: adminsOnly },
};
