import { router, signedInProcedure } from "@/server/trpc/init";
import { conversationInput } from "../input";
import { listReadersInput } from "./input";
import { listReadMarkers } from "./server/list-read-markers";
import { listReaders } from "./server/list-readers";

export const receiptsRouter = router({
  markers: signedInProcedure.input(conversationInput).query(({ ctx, input }) => listReadMarkers(ctx, input)),
  readers: signedInProcedure.input(listReadersInput).query(({ ctx, input }) => listReaders(ctx, input)),
});
