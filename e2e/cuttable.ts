import type { WebSocketRoute } from "@playwright/test";
import type { SignedIn } from "./fixtures";

/** Somebody's network that can be cut. Call it before their page connects. */
export async function cuttable({ context }: Pick<SignedIn, "context">) {
  const sockets: WebSocketRoute[] = [];
  let isCut = false;
  await context.routeWebSocket(/\/app\//, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  const close = () => Promise.all(sockets.splice(0).map((socket) => socket.close()));
  return {
    /** Going offline in Chromium leaves open sockets alone: those are closed here, and new ones refused. */
    async cut() {
      isCut = true;
      await context.setOffline(true);
      await close();
    },
    /** Requests go on being answered, but nothing is heard live. */
    async deafen() {
      isCut = true;
      await close();
    },
    async restore() {
      isCut = false;
      await context.setOffline(false);
    },
  };
}
