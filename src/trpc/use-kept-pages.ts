"use client";

import { useEffect, useEffectEvent } from "react";
import { notify } from "@/components/notify";
import { useProblem } from "./use-problem";

type Pages = { data: unknown; error: unknown; isFetchNextPageError: boolean; fetchStatus: string };

/**
 * The pages of a list, which stay where another one, or another look, fails: `error` is why there are none at all. Of a
 * further page that did not come the person is told, and can ask for it again.
 */
export function useKeptPages<Query extends Pages>(pages: Query): Query {
  const problem = useProblem();
  const { error, isFetchNextPageError, fetchStatus } = pages;
  const tell = useEffectEvent(() => void notify("error", problem(error).text));
  const hasFailed = isFetchNextPageError && fetchStatus === "idle";
  useEffect(() => {
    if (hasFailed) tell();
  }, [hasFailed]);
  return pages.data === undefined ? pages : { ...pages, error: null };
}
