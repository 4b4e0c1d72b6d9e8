import { QueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";

/** What is on screen is kept true by events, not by asking again whenever a window gains focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // A page that the server reads ahead does not wait: the browser will ask again.
        retry: (failures, error) => typeof window !== "undefined" && failures < 3 && !isRefusal(error),
      },
    },
  });
}

/** The server answered and said no: asking again will not change that. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
  return typeof status === "number" && status < 500;
}
