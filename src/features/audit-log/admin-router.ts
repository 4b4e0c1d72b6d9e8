import { permittedProcedure, router } from "@/server/trpc/init";
import {
  auditEntryInput,
  auditReportInput,
  auditStatisticsInput,
  listAuditInput,
  startExportInput,
  verifyAuditInput,
} from "./input";
import { getChainState } from "./server/get-chain-state";
import { getEntry } from "./server/get-entry";
import { getReport } from "./server/get-report";
import { getStatistics } from "./server/get-statistics";
import { listActions } from "./server/list-actions";
import { listEntries } from "./server/list-entries";
import { listExports } from "./server/list-exports";
import { startExport } from "./server/start-export";
import { verifyAudit } from "./server/verify-audit";

const auditor = permittedProcedure("audit.view");

export const adminAuditRouter = router({
  list: auditor.input(listAuditInput).query(({ input }) => listEntries(input)),
  get: auditor.input(auditEntryInput).query(({ input }) => getEntry(input.id)),
  actions: auditor.query(() => listActions()),
  statistics: auditor.input(auditStatisticsInput).query(({ input }) => getStatistics(input.filter)),
  report: auditor.input(auditReportInput).query(({ input }) => getReport(input)),
  chain: auditor.query(() => getChainState()),
  verify: auditor.input(verifyAuditInput).mutation(({ ctx, input }) => verifyAudit(ctx, input.after)),
  exports: auditor.query(() => listExports()),
  startExport: auditor.input(startExportInput).mutation(({ ctx, input }) => startExport(ctx, input)),
});
