import type { Outcome } from "./benchmark";
import type { Summary } from "./statistics";

/** The outcome as a person reads it. */
export function printOutcome({ work, measured, ratios, checks }: Outcome): string {
  return [
    work,
    "",
    ...rows(measured.map(({ name, unit, value }) => [name, spread(value), unit])),
    "",
    ...rows(ratios.map(({ name, value, goal }) => [name, spread(value), `goal: ${goal}`])),
    "",
    ...checks.map(({ what, holds }) => `${holds ? "✓" : "✗"} ${what}`),
  ].join("\n");
}

const spread = ({ median, least, most }: Summary) =>
  `${rounded(median)} (${rounded(least)} … ${rounded(most)})`;

const rounded = (value: number) =>
  value.toLocaleString("en", { maximumSignificantDigits: 3, useGrouping: true });

function rows(cells: string[][]): string[] {
  const widths = [0, 1].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
