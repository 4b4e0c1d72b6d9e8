import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "@/server/app-error";
import { csvColumns, csvRowsMaximum } from "../../csv";

type Field = keyof typeof csvColumns;

/** A row of a file of people; `line` is where it begins there, `formula` that a spreadsheet would run a cell of it. */
export type CsvRow = { line: number; formula: boolean } & Record<Field, string>;

/**
 * The rows of a file of people, whatever program wrote it: comma, semicolon or tab, with or without a byte
 * order mark. Throws CSV_ENCODING, CSV_UNREADABLE, CSV_HEADER or CSV_TOO_LONG.
 */
export function readCsv(bytes: Uint8Array): CsvRow[] {
  const records = parseRecords(decode(bytes));
  const [header, ...rows] = records;
  const places = header && placesOf(header.record);
  if (!places || places.username < 0) throw new AppError("CSV_HEADER");
  if (rows.length > csvRowsMaximum) throw new AppError("CSV_TOO_LONG", { maximum: csvRowsMaximum });
  return rows.map(({ record, line }) => {
    const cell = (field: Field) => (record[places[field]] ?? "").trim();
    const cells = {
      username: cell("username"),
      displayName: cell("displayName"),
      email: cell("email"),
      role: cell("role"),
    };
    return {
      line,
      formula: Object.values(cells).some((text) => formula.test(text)),
      username: unescapeFormula(cells.username),
      displayName: unescapeFormula(cells.displayName),
      email: unescapeFormula(cells.email),
      role: cells.role.toLowerCase(),
    };
  });
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("CSV_ENCODING");
  }
}

function parseRecords(text: string): { record: string[]; line: number }[] {
  const firstLine = text.slice(0, text.search(/\r|\n|$/));
  const delimiter = [",", ";", "\t"].toSorted(
    (a, b) => firstLine.split(b).length - firstLine.split(a).length,
  )[0];
  try {
    const parsed = parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      // One more than fits, and the header: enough to know that it is too long.
      to: csvRowsMaximum + 2,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines - lineBreaksIn(record) }));
  } catch (error) {
    if (error instanceof CsvError) throw new AppError("CSV_UNREADABLE", { line: Number(error.lines ?? 1) });
    throw error;
  }
}

const lineBreaksIn = (record: string[]) => record.join(" ").match(/\r\n|\n|\r/g)?.length ?? 0;

function placesOf(header: string[]): Record<Field, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const placeOf = (field: Field) =>
    names.findIndex((name) => (csvColumns[field] as readonly string[]).includes(name));
  return {
    username: placeOf("username"),
    displayName: placeOf("displayName"),
    email: placeOf("email"),
    role: placeOf("role"),
  };
}

const formula = /^[=+\-@]/;

/** Exports put an apostrophe before what a spreadsheet would run. */
const unescapeFormula = (cell: string) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
