"use client";

import { HourglassIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { useProblem } from "@/trpc/use-problem";
import { refusalOf } from "@/trpc/use-refusal-text";

/** Why there are no results: too many searches, with the wait and another try at its end, or an error. */
export function SearchProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("search");
  const problem = useProblem();
  const refusal = refusalOf(error);
  const wait = refusal?.appCode === "RATE_LIMITED" ? Number(refusal.details.seconds) : null;
  if (wait !== null) return <Waiting key={String(error)} seconds={wait} onEnd={onRetry} />;
  const { text, requestId } = problem(error);
  return <ErrorState title={t("failed")} description={text} requestId={requestId} onRetry={onRetry} />;
}

function Waiting({ seconds, onEnd }: { seconds: number; onEnd: () => void }) {
  const t = useTranslations("search");
  const [left, setLeft] = useState(seconds);
  const ended = left <= 0;
  useEffect(() => {
    const timer = setInterval(() => setLeft((n) => n - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the wait is over
  useEffect(() => {
    if (ended) onEnd();
  }, [ended]);
  return (
    <div role="alert">
      <EmptyState
        icon={HourglassIcon}
        title={t("limited")}
        description={t("limitedMeaning", { seconds: Math.max(0, left) })}
      />
    </div>
  );
}
