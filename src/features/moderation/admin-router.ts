import { permittedProcedure, router } from "@/server/trpc/init";
import { heldRouter } from "./held/router";
import {
  assignReportInput,
  dismissReportInput,
  dismissReportsInput,
  listReportsInput,
  removeMessageInput,
  reportInput,
  reportsOfInput,
  saveTemplateInput,
  suspendReportedInput,
  templateInput,
  warnPersonInput,
} from "./input";
import { deleteTemplate, listTemplates, saveTemplate } from "./server/answer-templates";
import { assignReport } from "./server/assign-report";
import { countReports } from "./server/count-reports";
import { dismissManyReports } from "./server/dismiss-many-reports";
import { dismissReport } from "./server/dismiss-report";
import { getReport } from "./server/get-report";
import { listHandlers } from "./server/list-handlers";
import { listReports } from "./server/list-reports";
import { listReportsOf } from "./server/list-reports-of";
import { removeMessage } from "./server/remove-message";
import { suspendReported } from "./server/suspend-reported";
import { warnPerson } from "./server/warn-person";

const handling = permittedProcedure("reports.handle");
const managing = permittedProcedure("answer-templates.manage");

export const adminModerationRouter = router({
  list: handling.input(listReportsInput).query(({ ctx, input }) => listReports(ctx, input)),
  of: handling.input(reportsOfInput).query(({ input }) => listReportsOf(input)),
  counts: handling.query(({ ctx }) => countReports(ctx)),
  get: handling.input(reportInput).query(({ input }) => getReport(input.reportId)),
  handlers: handling.query(() => listHandlers()),
  assign: handling.input(assignReportInput).mutation(({ ctx, input }) => assignReport(ctx, input)),
  dismiss: handling.input(dismissReportInput).mutation(({ ctx, input }) => dismissReport(ctx, input)),
  dismissMany: handling
    .input(dismissReportsInput)
    .mutation(({ ctx, input }) => dismissManyReports(ctx, input)),
  warn: handling.input(warnPersonInput).mutation(({ ctx, input }) => warnPerson(ctx, input)),
  removeMessage: handling.input(removeMessageInput).mutation(({ ctx, input }) => removeMessage(ctx, input)),
  suspend: permittedProcedure("reports.handle", "people.suspend")
    .input(suspendReportedInput)
    .mutation(({ ctx, input }) => suspendReported(ctx, input)),
  held: heldRouter,
  templates: router({
    list: handling.query(() => listTemplates()),
    save: managing.input(saveTemplateInput).mutation(({ ctx, input }) => saveTemplate(ctx, input)),
    delete: managing.input(templateInput).mutation(({ ctx, input }) => deleteTemplate(ctx, input)),
  }),
});
