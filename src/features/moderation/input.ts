import { z } from "zod";
import { filterCategory, reportCategories, reportTextMaximum } from "@/features/reports/categories";
import { suspendUserInput } from "@/features/users/input";
import { knownUsername } from "@/lib/known-username";
import { answerMaximum } from "./answer-maximum";

const complaint = {
  category: z.enum(reportCategories),
  text: z.string().trim().max(reportTextMaximum).default(""),
};

/** "Something else" says nothing by itself. */
const saysWhy = (report: { category: string; text: string }) =>
  report.category !== "other" || report.text !== "";
const sayWhy = { path: ["text"], error: "Say what is wrong." };

export const reportMessageInput = z
  .strictObject({
    conversationId: z.uuid(),
    messageId: z.uuid(),
    ...complaint,
    /** Gives a few messages before and after along. */
    withContext: z.boolean().default(true),
  })
  .refine(saysWhy, sayWhy);
export type ReportMessageInput = z.infer<typeof reportMessageInput>;

export const reportPersonInput = z.strictObject({ userId: z.uuid(), ...complaint }).refine(saysWhy, sayWhy);
export type ReportPersonInput = z.infer<typeof reportPersonInput>;

const reportFilter = z.strictObject({
  status: z.enum(["open", "closed"]).default("open"),
  /** Whose: everybody's, the asker's own, or nobody's yet. */
  assigned: z.enum(["all", "me", "nobody"]).default("all"),
  category: z.enum([...reportCategories, filterCategory]).optional(),
  /** The user name of the person, or of the message's author. */
  about: knownUsername.optional(),
  /** The user name of the reporter. */
  by: knownUsername.optional(),
});
export type ReportFilter = z.infer<typeof reportFilter>;

export const listReportsInput = reportFilter.extend({
  cursor: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListReportsInput = z.infer<typeof listReportsInput>;

/** What is known of a person's reports: those about them and their messages, or those that they filed. */
const reportSides = ["about", "by"] as const;
export const reportsOfInput = z.strictObject({ userId: z.uuid(), side: z.enum(reportSides) });
export type ReportsOfInput = z.infer<typeof reportsOfInput>;

export const reportInput = z.strictObject({ reportId: z.uuid() });

export const assignReportInput = reportInput.extend({
  /** Null: nobody any more. */
  assigneeId: z.uuid().nullable(),
});

const answer = z.string().trim().max(answerMaximum).default("");

export const dismissReportInput = reportInput.extend({ answer });
export const dismissReportsInput = z.strictObject({
  reportIds: z.array(z.uuid()).min(1).max(100),
  answer,
});
export type DismissReportsInput = z.infer<typeof dismissReportsInput>;
export const warnPersonInput = reportInput.extend({
  warning: z.string().trim().min(1).max(answerMaximum),
  answer,
});
export const removeMessageInput = reportInput.extend({
  reason: z.string().trim().min(1).max(500),
  answer,
});

export const suspendReportedInput = reportInput.extend({
  ...suspendUserInput.pick({ reason: true, until: true }).shape,
  answer,
});
export type SuspendReportedInput = z.infer<typeof suspendReportedInput>;

export const acknowledgeWarningInput = z.strictObject({ warningId: z.uuid() });

export const saveTemplateInput = z.strictObject({
  /** Absent: a new one. */
  id: z.uuid().optional(),
  title: z.string().trim().min(1).max(80),
  body: z.string().trim().min(1).max(answerMaximum),
});
export type SaveTemplateInput = z.infer<typeof saveTemplateInput>;

export const templateInput = z.strictObject({ id: z.uuid() });
