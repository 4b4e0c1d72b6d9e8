"use client";

import { useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/react";
import type { Verification } from "../../dto";

/** Looks through the chain part by part: each answer says how far it is, and the next part is asked for. */
export function useVerify() {
  const { mutateAsync } = trpc.admin.audit.verify.useMutation();
  const utils = trpc.useUtils();
  const [part, setPart] = useState<Verification | null>(null);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const verify = async () => {
    stopped.current = false;
    setRunning(true);
    setError(null);
    setPart(null);
    try {
      let after: number | null = null;
      while (!stopped.current) {
        const next: Verification = await mutateAsync({ after });
        setPart(next);
        if (next.done) break;
        after = next.position;
      }
      void utils.admin.audit.chain.invalidate();
    } catch (problem) {
      setError(problem);
    } finally {
      setRunning(false);
    }
  };

  return {
    verify,
    part,
    running,
    error,
    stop: () => {
      stopped.current = true;
    },
  };
}
