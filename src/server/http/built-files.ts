import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const prefix = "/_next/static";

/**
 * Answers for what the build made for browsers, whose names change with what is in them: kept for a year, and sent
 * as it was compressed while building, with Brotli where the browser takes it, else with gzip.
 * @param folder holds the files; it is read once, now
 * @param otherwise answers everything else, and for files that are not there
 */
export function withBuiltFiles(folder: string, otherwise: Handler): Handler {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: 31_536_000,
    extensions: [],
  });
  return (request, response) => {
    const { url, method } = request;
    const forFile = url?.startsWith(`${prefix}/`) && (method === "GET" || method === "HEAD");
    if (!url || !forFile) return otherwise(request, response);
    // The request itself keeps its address: whoever comes next reads it.
    const below = Object.create(request, { url: { value: url.slice(prefix.length), writable: true } });
    serve(below, response, () => void otherwise(request, response));
  };
}
