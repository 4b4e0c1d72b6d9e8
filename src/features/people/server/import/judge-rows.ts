import type { UserRole } from "@/features/users/dto";
import { displayNameValue, emailValue, usernameValue } from "@/features/users/input";
import type { ErrorCode } from "@/lib/error-codes";
import type { CsvFate } from "../../csv";
import type { CsvRow } from "./read-csv";

export type Known = {
  id: string;
  username: string;
  displayName: string;
  email: string | null;
  role: UserRole;
};
type Importer = { id: string; role: UserRole };

/** What will be done with a row, and why not where it is refused. */
export type Judged = CsvRow & {
  fate: CsvFate;
  problem: ErrorCode | null;
  userId: string | null;
};

/** The fate of every row, given who imports and the accounts that any of them names. */
export function judgeRows(rows: CsvRow[], known: Known[], importer: Importer): Judged[] {
  const byUsername = new Map(known.map((user) => [user.username.toLowerCase(), user]));
  const byEmail = new Map(known.flatMap((user) => (user.email ? [[user.email.toLowerCase(), user]] : [])));
  const seen = new Set<string>();
  return rows.map((row) => {
    const named = byUsername.get(row.username.toLowerCase());
    const problem = problemOf(row) ?? rankProblem(row, named, importer) ?? duplicateIn(row, seen);
    if (problem) return { ...row, fate: "refused", problem, userId: null };
    const owner = row.email ? byEmail.get(row.email.toLowerCase()) : undefined;
    if (owner && owner.id !== named?.id)
      return { ...row, fate: "refused", problem: "EMAIL_TAKEN", userId: null };
    if (!named) return { ...row, fate: "create", problem: null, userId: null };
    const same = Object.keys(changesOf(row, named)).length === 0;
    return { ...row, fate: same ? "unchanged" : "update", problem: null, userId: named.id };
  });
}

/** What a row says differently of an account. Empty cells say nothing. */
export function changesOf(
  row: Pick<CsvRow, "displayName" | "email" | "role">,
  known: Omit<Known, "id" | "username">,
): { displayName?: string; email?: string; role?: UserRole } {
  const role = roleOf(row.role);
  return {
    ...(row.displayName && row.displayName !== known.displayName ? { displayName: row.displayName } : {}),
    ...(row.email && row.email.toLowerCase() !== known.email?.toLowerCase() ? { email: row.email } : {}),
    ...(role && role !== known.role ? { role } : {}),
  };
}

const ranks: UserRole[] = ["user", "moderator", "admin"];

/** The role that a cell names, if it names one. */
export const roleOf = (cell: string) => ranks.find((role) => role === cell);

/** Nobody makes others more than they are themselves, nor changes what they are themselves. */
export function rankProblem(
  row: Pick<CsvRow, "role">,
  named: Pick<Known, "id" | "role"> | undefined,
  importer: Importer,
): ErrorCode | null {
  const role = roleOf(row.role);
  if (!role || role === named?.role) return null;
  const above = [role, named?.role ?? "user"].some(
    (each) => ranks.indexOf(each) > ranks.indexOf(importer.role),
  );
  return above || named?.id === importer.id ? "CSV_RANK" : null;
}

function problemOf({ formula, username, displayName, email, role }: CsvRow): ErrorCode | null {
  // What a spreadsheet would run is nobody's name: nothing is made of it.
  if (formula) return "CSV_FORMULA";
  if (!usernameValue.safeParse(username).success) return "CSV_USERNAME";
  if (displayName && !displayNameValue.safeParse(displayName).success) return "CSV_NAME";
  if (email && !emailValue.safeParse(email).success) return "CSV_EMAIL";
  if (role && !roleOf(role)) return "CSV_ROLE";
  return null;
}

function duplicateIn({ username, email }: CsvRow, seen: Set<string>): ErrorCode | null {
  const keys = [`u:${username.toLowerCase()}`, ...(email ? [`e:${email.toLowerCase()}`] : [])];
  if (keys.some((key) => seen.has(key))) return "CSV_DUPLICATE";
  for (const key of keys) seen.add(key);
  return null;
}
