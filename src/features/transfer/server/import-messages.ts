import type { Context } from "@/server/context";
import { type FinishedRun, type ImportCounts, startImportRun } from "./import-run";
import { openImportSession } from "./import-session";
import { lostConnection } from "./lost-connection";
import { DamagedFileError, openFile } from "./open-file";
import { parseLine } from "./parse-line";
import { readLines } from "./read-lines";

export type ImportInput = {
  /** A file of JSON lines, as it is or packed with gzip; `-` for standard input. */
  path: string;
  /** Names the system that the file comes from. */
  source: string;
  /** Where all problems are written when they are many. */
  problemsPath: string;
  /** Aborted: stop after the current batch. */
  signal?: AbortSignal;
  /** Called after each batch. */
  onProgress?: (progress: ImportProgress) => void;
};

/** How much of the file has been read, in its packed form; the total is null for standard input. */
type BytesRead = { bytesRead: number; bytesTotal: number | null };

export type ImportProgress = ImportCounts & BytesRead;

export type ImportOutcome = FinishedRun &
  BytesRead & {
    /** Why the file was not read to its end: the signal, or damage (in words). */
    stopped: { reason: "signal" } | { reason: "damage"; text: string } | null;
  };

/**
 * Imports messages with their authors, times and reply links into public groups named after their channels.
 * Memory stays constant however long the file is. It can be interrupted anywhere and run again: what is there
 * already is recognised and left alone. Throws an ExplainedError when the file cannot be read at all or the
 * database goes away.
 */
export async function importMessages(ctx: Context, input: ImportInput): Promise<ImportOutcome> {
  const { signal, onProgress } = input;
  const file = await openFile(input.path);
  const session = await openImportSession();
  const read = () => ({ bytesRead: file.bytesRead(), bytesTotal: file.bytesTotal });
  const run = startImportRun(session.sql, input);
  let damage: string | null = null;
  try {
    try {
      for await (const line of readLines(file.chunks)) {
        run.take(parseLine(line), line.number, line.bytes?.length ?? 0);
        if (!run.isBatchFull()) continue;
        await run.flush();
        onProgress?.({ ...run.counts, ...read() });
        if (signal?.aborted) break;
      }
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error;
      damage = error.message;
    }
    if (!signal?.aborted) await run.flush();
    const finished = await run.finish(ctx);
    const stopped = signal?.aborted ? { reason: "signal" as const } : null;
    return {
      ...finished,
      ...read(),
      stopped: damage === null ? stopped : { reason: "damage", text: damage },
    };
  } catch (error) {
    throw lostConnection(error) ?? error;
  } finally {
    await session.close();
  }
}
