import { endDigestsInput } from "@/features/notifications/digest/input";
import { caller } from "@/trpc/rsc";

/** What mail programs send when somebody presses "unsubscribe" in them (RFC 8058): no cookie, nothing to confirm. */
export async function POST(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { success, data } = endDigestsInput.safeParse(await params);
  if (!success) return new Response(null, { status: 404 });
  await (await caller()).notifications.digest.end(data);
  return new Response(null, { status: 204 });
}
