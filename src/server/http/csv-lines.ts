import { stringify } from "csv-stringify/sync";

/**
 * Lines of CSV (RFC 4180), without cells that a spreadsheet would take for formulas: those begin with an apostrophe.
 * What is no text or number is written as JSON; null is an empty cell.
 */
export function csvLines(rows: unknown[][]): string {
  return stringify(rows, {
    escape_formulas: true,
    record_delimiter: "\r\n",
    cast: { boolean: (value) => `${value}` },
  });
}
