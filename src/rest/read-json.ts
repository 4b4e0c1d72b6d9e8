import type { IncomingMessage } from "node:http";
import { AppError } from "@/server/app-error";

/** Largest request body, in bytes. */
const maximumBodySize = 100_000;

/** Reads a JSON body. Throws BAD_INPUT when it is of another kind, malformed or too large. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type] = (request.headers["content-type"] ?? "").split(";");
  // Anything else could be sent by a form of another site without asking the browser.
  if (type?.trim().toLowerCase() !== "application/json") throw new AppError("BAD_INPUT");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // What is too much is read and dropped: a client that is still sending would not hear the refusal.
    if (size <= maximumBodySize) chunks.push(chunk);
  }
  if (size > maximumBodySize) throw new AppError("BAD_INPUT");
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new AppError("BAD_INPUT");
  }
}
