import type { ImportOutcome, ImportProgress } from "./import-messages";

const number = new Intl.NumberFormat("en");
const counted = (count: number, one: string, many = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** One line on how far an import is. Without a known size there is no percentage and no remaining time. */
export function describeProgress(progress: ImportProgress, elapsedMs: number): string {
  const { lines, messages, known, people, bytesRead, bytesTotal } = progress;
  const rate = Math.round(lines / Math.max(elapsedMs / 1_000, 0.001));
  const parts = [
    counted(lines, "line"),
    `${counted(messages, "message")} added`,
    ...(known > 0 ? [`${number.format(known)} already there`] : []),
    counted(people, "new person", "new people"),
    `${number.format(rate)} lines/s`,
  ];
  if (bytesTotal) {
    const share = Math.min(bytesRead / bytesTotal, 1);
    const remaining = Math.ceil((elapsedMs / 1_000) * (1 / Math.max(share, 0.001) - 1));
    parts.unshift(`${Math.floor(share * 100)} %`);
    parts.push(share < 1 ? `about ${remaining} s left` : "almost done");
  }
  return parts.join(" · ");
}

/** What an import did, in full, and the exit code: 0 unless nothing could be imported or the file is damaged. */
export function describeOutcome(
  outcome: ImportOutcome,
  elapsedMs: number,
): { text: string; exitCode: number } {
  const { lines, messages, known, people, conversations, refused, unlinked, stopped } = outcome;
  const nothing = messages + known === 0;
  const text = [
    ...describeProblems(outcome),
    nothing
      ? lines === 0
        ? "The file is empty: nothing was imported."
        : "Nothing was imported: no line of the file holds a message."
      : `Imported ${counted(messages, "message")}, ${counted(people, "new person", "new people")} and ` +
        `${counted(conversations, "new group")} from ${counted(lines, "line")} in ${(elapsedMs / 1_000).toFixed(1)} s.`,
    ...(known > 0 ? [`${counted(known, "message was", "messages were")} already there and left alone.`] : []),
    ...(refused > 0 ? [`${counted(refused, "line was", "lines were")} left out.`] : []),
    ...(unlinked > 0
      ? [`${counted(unlinked, "message stands", "messages stand")} without a reply link.`]
      : []),
    ...(!nothing && outcome.admins === 0
      ? [
          "There is no administrator yet, so the groups have no owner: set one up, then run the same command again.",
        ]
      : []),
    ...describeStop(stopped, lines),
  ].join("\n");
  const exitCode = stopped?.reason === "signal" ? 130 : nothing || stopped ? 1 : 0;
  return { text, exitCode };
}

function describeProblems({ problems }: ImportOutcome): string[] {
  if (problems.count === 0) return [];
  const rest = problems.count - problems.first.length;
  return [
    ...problems.first.map(({ line, text }) => `line ${line}: ${text}`),
    ...(rest > 0 ? [`… and ${number.format(rest)} more; all of them are listed in ${problems.file}`] : []),
    "",
  ];
}

function describeStop(stopped: ImportOutcome["stopped"], lines: number): string[] {
  if (!stopped) return [];
  if (stopped.reason === "damage") return [stopped.text];
  return [
    `Stopped after line ${number.format(lines)}. Run the same command again to go on: what was imported is recognised.`,
  ];
}
