import { answerPasskeyRequest } from "@/features/sessions/passkeys/server/answer-passkey-request";
import { headersContext } from "@/trpc/headers-context";

export async function POST() {
  return answerPasskeyRequest(await headersContext());
}
