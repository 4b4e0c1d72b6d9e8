import { basename } from "node:path";
import type { Context } from "@/server/context";
import type { ImportedLine } from "../input";
import { finishImport } from "./finish-import";
import { type BatchLine, importBatch } from "./import-batch";
import { importKey } from "./import-key";
import { analyzeImport, type ImportSql } from "./import-session";
import { deterministicMessageId } from "./message-id";
import type { ParsedLine } from "./parse-line";
import { openProblemReport, type Problem } from "./problem-report";

export type ImportCounts = {
  /** Lines read, blank ones included. */
  lines: number;
  /** Messages that were added. */
  messages: number;
  /** Lines whose message was there already. */
  known: number;
  people: number;
  conversations: number;
  /** Lines that were left out. */
  refused: number;
  /** Lines whose message stands without its reply link. */
  unlinked: number;
};

export type FinishedRun = ImportCounts & {
  problems: { first: Problem[]; count: number; file: string | null };
  /** Active administrators: without any, the groups have no owner yet. */
  admins: number;
};

/** A batch is one transaction: it holds its conversations' locks for a fraction of a second. */
const batchLines = 2_000;
const batchBytes = 4 * 1024 * 1024;

/** What one import has gathered and done so far. `flush` adds the gathered batch, `finish` ends the import. */
export function startImportRun(
  sql: ImportSql,
  { path, source, problemsPath }: { path: string; source: string; problemsPath: string },
) {
  const problems = openProblemReport(problemsPath);
  const counts = { lines: 0, messages: 0, known: 0, people: 0, conversations: 0, refused: 0, unlinked: 0 };
  const keys = new Set<string>();
  const grown = new Set<string>();
  let batch: BatchLine[] = [];
  let bytes = 0;
  let batches = 0;

  function refuse(line: number, text: string) {
    counts.refused++;
    problems.add(line, text);
  }

  return {
    counts,
    /** Takes one line in; `length` is its length in bytes. */
    take(parsed: ParsedLine, line: number, length: number) {
      counts.lines = line;
      if (parsed.kind === "problem") refuse(line, parsed.problem);
      if (parsed.kind !== "message") return;
      batch.push(toBatchLine(parsed.message, line, source));
      bytes += length;
    },
    isBatchFull: () => batch.length >= batchLines || bytes >= batchBytes,
    async flush() {
      if (batch.length === 0) return;
      const lines = batch;
      batch = [];
      bytes = 0;
      const outcome = await importBatch(sql, lines);
      // Each batch is planned for the tables as they have grown: statistics are renewed whenever the count of batches doubles.
      batches++;
      if ((batches & (batches - 1)) === 0) await analyzeImport(sql);
      for (const { conversationKey } of lines) keys.add(conversationKey);
      for (const id of outcome.grown) grown.add(id);
      for (const { line, earlier } of outcome.ambiguous) refuse(line, `line ${earlier} has the same "id"`);
      for (const line of outcome.unlinked) {
        counts.unlinked++;
        problems.add(line, '"replyTo" names no earlier message of the channel: kept without the link');
      }
      counts.messages += outcome.messages;
      counts.people += outcome.people;
      counts.conversations += outcome.conversations;
      counts.known += lines.length - outcome.messages - outcome.ambiguous.length;
    },
    async finish(ctx: Context): Promise<FinishedRun> {
      const { messages, people, conversations } = counts;
      const totals = { source, file: basename(path), messages, people, conversations };
      const admins = await finishImport(ctx, totals, [...keys], [...grown]);
      const file = problems.close();
      return { ...counts, admins, problems: { first: problems.first(), count: problems.count(), file } };
    },
  };
}

function toBatchLine({ id, channel, at, from, text, replyTo }: ImportedLine, line: number, source: string) {
  const sentAt = new Date(at).toISOString();
  return {
    line,
    messageId: deterministicMessageId(at, [source, channel, id, sentAt, from, text]),
    lineId: id,
    conversationKey: importKey(source, channel),
    personKey: importKey(source, from),
    sentAt,
    body: text,
    replyTo: replyTo ?? null,
  } satisfies BatchLine;
}
