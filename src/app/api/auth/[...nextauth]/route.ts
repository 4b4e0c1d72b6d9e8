import { answerNextAuth } from "@/features/sessions/server/answer-next-auth";
import { headersContext } from "@/trpc/headers-context";

async function handler(request: Request, route: { params: Promise<{ nextauth: string[] }> }) {
  return answerNextAuth(await headersContext(), request, await route.params);
}

export { handler as GET, handler as POST };
