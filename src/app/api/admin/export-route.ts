import { can, type Permission } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import { type ExportFormat, type ExportRow, streamRows } from "@/server/http/stream-rows";
import { headersContext } from "@/trpc/headers-context";

/**
 * The route that gives a view of one of the console's lists as a file, for whoever has the permission. Others are told
 * that there is nothing here.
 */
export function exportRoute({
  permission,
  name,
  columns,
  rows,
}: {
  permission: Permission;
  /** of the file, without its ending */
  name: string;
  columns: readonly string[];
  /** everything that the view of this address shows */
  rows: (ctx: ActorContext, view: URLSearchParams, format: ExportFormat) => AsyncIterable<ExportRow[]>;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const ctx = await headersContext();
    const { actor } = ctx;
    if (!actor || !can(actor, permission)) return new Response(null, { status: 404 });
    const { searchParams } = new URL(request.url);
    const format = searchParams.get("format") === "json" ? "json" : "csv";
    return streamRows(rows({ ...ctx, actor }, searchParams, format), { format, name, columns });
  };
}
