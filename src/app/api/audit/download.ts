import { AppError } from "@/server/app-error";
import { log } from "@/server/log/log";

/** An answer that browsers save as a file. */
export function download(fileName: string, type: string, content: BodyInit): Response {
  return new Response(content, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

const statuses: Partial<Record<AppError["code"], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ALREADY_DONE: 409,
};

/** A refusal as its code; what nobody expected is logged. */
export function refused(error: unknown): Response {
  if (error instanceof AppError)
    return Response.json({ error: error.code }, { status: statuses[error.code] ?? 400 });
  log().error({ err: error }, "audit download failed");
  return Response.json({ error: "INTERNAL" }, { status: 500 });
}
