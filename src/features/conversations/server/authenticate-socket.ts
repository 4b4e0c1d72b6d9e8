import type { ActorContext } from "@/server/context";
import { pusherServer } from "@/server/realtime/pusher-server";

/** Names the actor as the person behind a socket, so that ending their access can end the socket. */
export function authenticateSocket(ctx: ActorContext, input: { socketId: string }) {
  return pusherServer().authenticate(input.socketId, ctx.actor.id);
}
