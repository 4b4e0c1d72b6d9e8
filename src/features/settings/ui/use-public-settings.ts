"use client";

import { trpc } from "@/trpc/react";

/** What anybody may know of the instance; the server has read it ahead. */
export function usePublicSettings() {
  return trpc.settings.public.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY }).data;
}
