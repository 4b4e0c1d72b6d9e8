import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Context } from "@/server/context";
import { clientAddressHeader } from "@/server/http/client-address";
import { requestContext } from "@/server/trpc/request-context";

/** The context of the request that Next is answering; read once a request. */
export const headersContext = cache(async (): Promise<Context> => {
  const all = await headers();
  return requestContext({
    cookie: all.get("cookie"),
    userAgent: all.get("user-agent"),
    ip: all.get(clientAddressHeader),
  });
});
