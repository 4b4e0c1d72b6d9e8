import { permittedProcedure, router } from "@/server/trpc/init";
import { describeMail } from "./server/describe-mail";
import { sendTestMail } from "./server/send-test-mail";

const managing = permittedProcedure("settings.manage");

export const adminMailRouter = router({
  describe: managing.query(() => describeMail()),
  test: managing.mutation(({ ctx }) => sendTestMail(ctx)),
});
