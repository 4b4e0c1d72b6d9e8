import { and, eq } from "drizzle-orm";
import { reports } from "@/server/db/schema/reports";

type Target = Pick<typeof reports.$inferSelect, "id" | "kind" | "messageId" | "reportedUserId">;

/** The condition for open reports about the same message or the same person as this one. */
export function sameTarget({ id, kind, messageId, reportedUserId }: Target) {
  const about =
    kind === "user"
      ? eq(reports.reportedUserId, reportedUserId)
      : messageId
        ? eq(reports.messageId, messageId)
        : eq(reports.id, id);
  return and(about, eq(reports.kind, kind), eq(reports.status, "open"));
}
