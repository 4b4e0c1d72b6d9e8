import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import type { Context } from "@/server/context";
import { clientAddressHeader } from "@/server/http/client-address";

/** The context of the request that Next is answering; read once a request. */
export const headersContext = cache(async (): Promise<Context> => {
  const all = await headers();
  return authenticatedContext({
    cookie: all.get("cookie"),
    authorization: null,
    userAgent: all.get("user-agent"),
    ip: all.get(clientAddressHeader),
  });
});
