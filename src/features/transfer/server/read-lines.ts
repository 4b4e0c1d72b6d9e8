/** A line as it stands in the file; null when it is longer than `lineMaximum` and was skipped. */
export type RawLine = { number: number; bytes: Buffer | null };

/** No valid line comes near; a line without an end must not fill the memory. */
export const lineMaximum = 1024 * 1024;

const newline = 0x0a;

/** Splits bytes into lines, numbered from 1, without ever holding more than one line. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawLine> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer) => {
    length += part.length;
    if (length <= lineMaximum) parts.push(part);
    else parts = [];
  };
  const finish = (): RawLine => {
    const bytes =
      length > lineMaximum ? null : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { number: number++, bytes };
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
