/** What a spreadsheet would take for a formula, or for the end of a cell. */
const formula = /^[=+\-@\t\r]/;

/** A line of CSV (RFC 4180). Cells that a spreadsheet would run are disarmed with an apostrophe. */
export function csvLine(values: unknown[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const harmless = typeof value !== "number" && formula.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
