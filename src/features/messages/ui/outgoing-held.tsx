"use client";

import { HourglassIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { notify } from "@/components/notify";
import { useErrorText } from "@/components/use-error-text";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** A message that waits for the moderators. Its author can take it back; a rejection is told elsewhere, with its text. */
export function OutgoingHeld({ id, onDiscard }: { id: string; onDiscard: (id: string) => void }) {
  const t = useTranslations("chat.outgoing");
  const errorText = useErrorText();
  const problem = useProblem();
  const { data } = trpc.moderation.notices.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const withdraw = trpc.moderation.withdrawHeld.useMutation({
    onSuccess: () => onDiscard(id),
    onError: (error) => void notify("error", problem(error).text),
  });
  const rejected = data?.rejected.some((each) => each.id === id) ?? false;
  useEffect(() => {
    if (rejected) onDiscard(id);
  }, [rejected, id, onDiscard]);
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 py-0.5 text-muted-foreground text-xs"
    >
      <span className="flex items-center gap-1">
        <HourglassIcon aria-hidden="true" className="size-3.5 shrink-0" />
        {errorText("MESSAGE_HELD", {})}
      </span>
      <button
        type="button"
        disabled={withdraw.isPending}
        className="rounded-sm font-semibold text-foreground underline underline-offset-2"
        onClick={() => withdraw.mutate({ id })}
      >
        {withdraw.isPending ? t("takingBack") : t("takeBack")}
      </button>
    </p>
  );
}
