import { type ImportedLine, importedLine } from "../input";
import { lineMaximum, type RawLine } from "./read-lines";

export type ParsedLine =
  | { kind: "message"; message: ImportedLine }
  | { kind: "blank" }
  | { kind: "problem"; problem: string };

/** Also drops a byte order mark. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads one line of a file, or says in words what is wrong with it. */
export function parseLine({ bytes }: RawLine): ParsedLine {
  if (!bytes) return problem(`longer than ${lineMaximum / 1024} KiB`);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return problem("not UTF-8");
  }
  if (text.trim() === "") return { kind: "blank" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem("not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return problem("not a JSON object");
  const { success, data, error } = importedLine.safeParse(value);
  if (success) return { kind: "message", message: data };
  return problem([...new Set(error.issues.map(({ message }) => message))].join(", "));
}

const problem = (text: string): ParsedLine => ({ kind: "problem", problem: text });
