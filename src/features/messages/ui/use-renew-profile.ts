"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import type { UserSummary } from "@/features/users/dto";
import { withProfile } from "@/features/users/with-profile";
import { trpc } from "@/trpc/react";

/** Calls a person by their present names in everything that the page holds. */
export function useRenewProfile(ownId: string): (user: UserSummary) => void {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  const router = useRouter();
  return useCallback(
    (user) => {
      for (const { queryKey, state } of queryClient.getQueryCache().getAll()) {
        const next = withProfile(state.data, user);
        if (next !== state.data) queryClient.setQueryData(queryKey, next);
      }
      void utils.users.profile.invalidate({ userId: user.id });
      // One's own account came with the page.
      if (user.id === ownId) router.refresh();
    },
    [queryClient, utils, router, ownId],
  );
}
