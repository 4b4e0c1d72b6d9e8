import { z } from "zod";

const word = (maximum: number) => z.string().trim().min(1).max(maximum);

/** What entries must have in common; everything that is named counts. */
export const auditFilterInput = z.strictObject({
  action: word(80).optional(),
  /** the noun that the action begins with */
  category: word(40).optional(),
  severity: z.enum(["security", "critical"]).optional(),
  /** the person's id or user name */
  actor: word(80).optional(),
  targetType: word(40).optional(),
  targetId: word(200).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** an address or a range of them */
  ip: z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  sessionId: z.uuid().optional(),
  requestId: word(100).optional(),
  /** words of the reason and of what changed, each to be found */
  query: z.string().trim().max(200).optional(),
});
export type AuditFilter = z.infer<typeof auditFilterInput>;

export const listAuditInput = z.strictObject({
  filter: auditFilterInput.default({}),
  cursor: z.strictObject({ at: z.iso.datetime(), id: z.int().min(1) }).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

export const auditEntryInput = z.strictObject({ id: z.int().min(1) });
export const auditStatisticsInput = z.strictObject({ filter: auditFilterInput.default({}) });
export const verifyAuditInput = z.strictObject({
  /** up to where the chain was verified already; null: begin */
  after: z.int().min(0).nullable(),
});
export const startExportInput = z.strictObject({
  filter: auditFilterInput.default({}),
  format: z.enum(["ndjson", "csv"]),
});
export type StartExportInput = z.infer<typeof startExportInput>;

export const auditReportInput = z
  .strictObject({ from: z.iso.datetime(), to: z.iso.datetime() })
  .refine(({ from, to }) => from < to, { path: ["to"] });
export type AuditReportInput = z.infer<typeof auditReportInput>;
