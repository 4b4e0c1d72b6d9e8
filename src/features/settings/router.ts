import { publicProcedure, router } from "@/server/trpc/init";
import { getPublicSettings } from "./server/get-settings";

export const settingsRouter = router({
  public: publicProcedure.query(() => getPublicSettings()),
});
