import "server-only";
import { createServerSideHelpers } from "@trpc/react-query/server";
import { cache } from "react";
import { headersContext } from "./headers-context";
import { createQueryClient } from "./query-client";
import { appRouter, createCaller } from "./root";

/** Calls procedures in process as the person whose request Next is answering. */
export const caller = cache(async () => createCaller(await headersContext()));

/** Reads procedures ahead for the client: `prefetch…`, then `dehydrate()` into a `HydrationBoundary`. */
export const prefetcher = cache(async () =>
  createServerSideHelpers({
    router: appRouter,
    ctx: await headersContext(),
    queryClient: createQueryClient(),
  }),
);
