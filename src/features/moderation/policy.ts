import type { UserRole, UserStatus } from "@/features/users/dto";
import { canActOn, canSuspendUser } from "@/features/users/policy";
import { can } from "@/lib/permissions";

type Person = { id: string };
type Handled = { status: "open" | "closed"; reporter: Person | null; reported: Person };
/** Whoever looks at a report. */
export type Handler = { id: string; role: UserRole };

/** Nobody decides in their own cause. */
export const canHandleReport = (person: Person, report: Handled) =>
  report.status === "open" && report.reporter?.id !== person.id && report.reported.id !== person.id;

/** What the server asks of whoever suspends somebody. */
export const canSuspendReported = (
  actor: Handler,
  { reported, record }: Pick<Handled, "reported"> & { record: { role: UserRole; status: UserStatus } },
) =>
  can(actor, "people.suspend") &&
  canActOn(actor, { id: reported.id, role: record.role }) &&
  canSuspendUser({ status: record.status, imported: false, claimed: true });
