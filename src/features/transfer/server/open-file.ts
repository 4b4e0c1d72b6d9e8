import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ExplainedError } from "@/lib/explained-error";

/** The file cannot be read any further; what came before is good. */
export class DamagedFileError extends ExplainedError {
  override name = "DamagedFileError";
}

export type OpenFile = {
  /** The content, unpacked. Throws a DamagedFileError where the rest cannot be read. */
  chunks: AsyncIterable<Buffer>;
  /** Bytes of the file read so far, packed as they are. */
  bytesRead(): number;
  /** Null for standard input. */
  bytesTotal: number | null;
};

/** Opens a file, or standard input for `-`; gzip is recognised by its first bytes. Throws an ExplainedError. */
export async function openFile(path: string): Promise<OpenFile> {
  const bytesTotal = path === "-" ? null : await requireSize(path);
  const stream: AsyncIterable<Buffer> =
    path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  let bytesRead = 0;
  const counted = (async function* () {
    for await (const chunk of stream) {
      bytesRead += chunk.length;
      yield chunk;
    }
  })();
  return {
    chunks: explained(unpacked(counted), path === "-" ? "Standard input" : path),
    bytesRead: () => bytesRead,
    bytesTotal,
  };
}

async function requireSize(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new ExplainedError(`${path} is a folder: name the file in it.`);
    return found.size;
  } catch (error) {
    throw explain(error, path);
  }
}

async function* unpacked(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  const whole = (async function* () {
    yield start;
    yield* chunks;
  })();
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  // An error of either stream destroys the other and reaches whoever reads.
  yield* packed ? pipeline(Readable.from(whole), createGunzip(), () => {}) : whole;
}

async function* explained(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    throw explain(error, path);
  }
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new ExplainedError(`There is no file ${path}.`);
  if (code === "EACCES" || code === "EPERM") return new ExplainedError(`This account may not read ${path}.`);
  if (code === "Z_BUF_ERROR")
    return new DamagedFileError(`${path} ends in the middle: its gzip data is cut off.`);
  if (code.startsWith("Z_"))
    return new DamagedFileError(`${path} is damaged: its gzip data cannot be unpacked.`);
  if (code === "EIO" || code === "EISDIR") return new DamagedFileError(`${path} cannot be read (${code}).`);
  return error;
}
