import { enrollingProcedure, router, signedInProcedure } from "@/server/trpc/init";
import { passwordInput } from "../factors/input";
import { addPasskeyInput, removePasskeyInput, renamePasskeyInput } from "./input";
import { addPasskey } from "./server/add-passkey";
import { beginPasskey } from "./server/begin-passkey";
import { listOwnPasskeys } from "./server/list-own-passkeys";
import { removePasskey } from "./server/remove-passkey";
import { renamePasskey } from "./server/rename-passkey";

export const passkeysRouter = router({
  list: enrollingProcedure.query(({ ctx }) => listOwnPasskeys(ctx)),
  begin: enrollingProcedure.input(passwordInput).mutation(({ ctx, input }) => beginPasskey(ctx, input)),
  add: enrollingProcedure.input(addPasskeyInput).mutation(({ ctx, input }) => addPasskey(ctx, input)),
  rename: signedInProcedure.input(renamePasskeyInput).mutation(({ ctx, input }) => renamePasskey(ctx, input)),
  remove: signedInProcedure.input(removePasskeyInput).mutation(({ ctx, input }) => removePasskey(ctx, input)),
});
