import { csvBytesMaximum } from "@/features/people/csv";
import { planImport } from "@/features/people/server/import/plan-import";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import { headersContext } from "@/trpc/headers-context";

/** Takes a file of people and answers with the plan of its import. Nothing is imported yet. */
export async function POST(request: Request): Promise<Response> {
  const ctx = await headersContext();
  const { actor } = ctx;
  if (!actor || !can(actor, "people.import")) return new Response(null, { status: 404 });
  try {
    const bytes = await readBounded(request);
    const fileName = (new URL(request.url).searchParams.get("name") ?? "").slice(0, 200);
    return Response.json(await planImport({ ...ctx, actor }, { bytes, fileName }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ code: error.code, details: error.details }, { status: 400 });
  }
}

/** The body, as long as it is no larger than it may be. */
async function readBounded(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > csvBytesMaximum)
      throw new AppError("CSV_TOO_LARGE", { megabytes: csvBytesMaximum / 1_000_000 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
