"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Message } from "@/features/messages/dto";
import { trpc } from "@/trpc/react";

/**
 * What is read of one line, the conversation's or a thread's: its newest messages first, older ones when asked. Held by
 * the component alone, so that nothing of it outlives the screen. Each reading stands in the audit log.
 */
export function useGlassLine(grantId: string, threadRootId: string | null) {
  const utils = trpc.useUtils();
  const { mutateAsync } = trpc.admin.breakGlass.read.useMutation({ gcTime: 0 });
  const [line, setLine] = useState<{ messages: Message[]; hasOlder: boolean }>();
  const [error, setError] = useState<unknown>();
  const [loading, setLoading] = useState(false);
  const begun = useRef(false);

  const read = useCallback(
    async (before?: number) => {
      setLoading(true);
      setError(undefined);
      try {
        const page = await mutateAsync({ grantId, threadRootId, before });
        setLine((known) => ({
          messages: [...page.messages, ...(before === undefined ? [] : (known?.messages ?? []))],
          hasOlder: page.hasOlder,
        }));
      } catch (failure) {
        setError(failure);
        // Perhaps it is closed: the page around it then says so.
        void utils.admin.breakGlass.get.invalidate({ grantId });
      }
      setLoading(false);
    },
    [mutateAsync, utils, grantId, threadRootId],
  );

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void read();
  }, [read]);

  return { line, error, loading, read, older: () => void read(line?.messages[0]?.seq) };
}
