import { permittedProcedure, router } from "@/server/trpc/init";
import { getDashboard } from "./server/get-dashboard";

export const adminDashboardRouter = router({
  get: permittedProcedure("dashboard.view").query(({ ctx }) => getDashboard(ctx)),
});
