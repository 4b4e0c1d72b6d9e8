type Person = { id: string };
type Handled = { status: "open" | "closed"; reporter: Person | null; reported: Person };

/** Nobody decides in their own cause. */
export const canHandleReport = (person: Person, report: Handled) =>
  report.status === "open" && report.reporter?.id !== person.id && report.reported.id !== person.id;
