import { exportedUserColumns, exportUsers } from "@/features/users/server/export-users";
import { filterOf, readPeopleView } from "@/features/users/ui/admin/people-view";
import { can } from "@/lib/permissions";
import { streamRows } from "@/server/http/stream-rows";
import { headersContext } from "@/trpc/headers-context";

/** The people of a view of the console, as a file. Others are told that there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await headersContext();
  const { actor } = ctx;
  if (!actor || !can(actor, "people.export")) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") === "json" ? "json" : "csv";
  const filter = filterOf(readPeopleView(searchParams));
  const batches = exportUsers({ ...ctx, actor }, { format, filter });
  return streamRows(batches, { format, name: "people", columns: exportedUserColumns });
}
