import { listRefusedRows, refusedRowColumns } from "@/features/people/server/import/list-refused-rows";
import { can } from "@/lib/permissions";
import { streamRows } from "@/server/http/stream-rows";
import { headersContext } from "@/trpc/headers-context";

/** The rows of an import that were refused, with their lines and the reasons, to be mended and imported again. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { actor } = await headersContext();
  const { id } = await params;
  if (!actor || !can(actor, "people.import") || !/^[0-9a-f-]{36}$/.test(id)) {
    return new Response(null, { status: 404 });
  }
  return streamRows(listRefusedRows(id), { format: "csv", name: "refused", columns: refusedRowColumns });
}
