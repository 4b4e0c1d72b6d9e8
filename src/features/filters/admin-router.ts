import { permittedProcedure, router } from "@/server/trpc/init";
import { filterInput, saveFilterInput, tryFiltersInput } from "./input";
import { deleteFilter, listFilters, saveFilter, tryFilters } from "./server/manage-filters";

const managing = permittedProcedure("message-filters.manage");

export const adminFiltersRouter = router({
  list: managing.query(() => listFilters()),
  save: managing.input(saveFilterInput).mutation(({ ctx, input }) => saveFilter(ctx, input)),
  delete: managing.input(filterInput).mutation(({ ctx, input }) => deleteFilter(ctx, input)),
  try: managing.input(tryFiltersInput).mutation(({ input }) => tryFilters(input)),
});
