import { router, signedInProcedure } from "@/server/trpc/init";
import { pushDeviceInput, subscribeInput } from "./input";
import { listPushDevices } from "./server/list-push-devices";
import { getPublicKey } from "./server/push-keys";
import { subscribe } from "./server/subscribe";
import { unsubscribe } from "./server/unsubscribe";

export const pushRouter = router({
  publicKey: signedInProcedure.query(() => getPublicKey()),
  devices: signedInProcedure.query(({ ctx }) => listPushDevices(ctx)),
  subscribe: signedInProcedure.input(subscribeInput).mutation(({ ctx, input }) => subscribe(ctx, input)),
  unsubscribe: signedInProcedure.input(pushDeviceInput).mutation(({ ctx, input }) => unsubscribe(ctx, input)),
});
