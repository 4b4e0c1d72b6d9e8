import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "./root";

/** As soon as the server says that the instance is closed, loads the page anew: it then shows why, and comes back by itself. */
export const leaveWhileClosed: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) => {
          if (error.data?.appCode === "MAINTENANCE") window.location.reload();
          observer.error(error);
        },
      }),
    );
