import { exportedUserColumns, exportUsers } from "@/features/users/server/export-users";
import { listInput, readPeopleView } from "@/features/users/ui/admin/people-view";
import { exportRoute } from "../../export-route";

/** The people of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "people.export",
  name: "people",
  columns: exportedUserColumns,
  rows: (ctx, view, format) => exportUsers(ctx, { format, list: listInput(readPeopleView(view)) }),
});
