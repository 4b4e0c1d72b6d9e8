import { csvLines } from "./csv-lines";

export type ExportFormat = "csv" | "json";
export type ExportRow = Record<string, string | number | boolean | null>;

/**
 * A download of rows as they come, however many: CSV with a header (with a byte order mark, by which
 * spreadsheets know UTF-8, and without cells that they would take for formulas) or a JSON array.
 */
export function streamRows(
  batches: AsyncIterable<ExportRow[]>,
  { format, name, columns }: { format: ExportFormat; name: string; columns: readonly string[] },
): Response {
  const chunks = format === "csv" ? csvChunks(batches, columns) : jsonChunks(batches);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

async function* csvChunks(
  batches: AsyncIterable<ExportRow[]>,
  columns: readonly string[],
): AsyncGenerator<string, void> {
  yield `\uFEFF${csvLines([[...columns]])}`;
  for await (const rows of batches)
    yield csvLines(rows.map((row) => columns.map((column) => row[column] ?? null)));
}

async function* jsonChunks(batches: AsyncIterable<ExportRow[]>): AsyncGenerator<string, void> {
  let separator = "[\n";
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(row)).join(",\n");
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}
