import { Skeleton } from "@/components/ui/skeleton";
import { TableCell, TableRow } from "@/components/ui/table";

const rows = ["w-2/3", "w-1/2", "w-3/4", "w-3/5", "w-4/5", "w-2/5"];

/** Rows that stand in while the first page is on its way. */
export function TableSkeleton({ columns }: { columns: { id: string }[] }) {
  return rows.map((width) => (
    <TableRow
      key={width}
      aria-hidden="true"
      className="max-md:flex max-md:flex-col max-md:gap-2 max-md:px-4 max-md:py-4"
    >
      {columns.map((column) => (
        <TableCell key={column.id} className="py-4 max-md:p-0">
          <Skeleton className={`h-4 ${width}`} />
        </TableCell>
      ))}
    </TableRow>
  ));
}
