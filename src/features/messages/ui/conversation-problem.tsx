"use client";

import { MessageCircleOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { listPath } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { useProblem } from "@/trpc/use-problem";
import { refusalOf } from "@/trpc/use-refusal-text";

/** In the place of a conversation that cannot be shown: there is none for this person, or it did not load. */
export function ConversationProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("chat.problem");
  const problem = useProblem();
  const code = refusalOf(error)?.appCode;
  if (code !== "NOT_FOUND" && code !== "BAD_INPUT") {
    const { text, requestId } = problem(error);
    return (
      <ErrorState
        className="flex-1"
        title={t("failed")}
        description={text}
        requestId={requestId}
        onRetry={onRetry}
      />
    );
  }
  return (
    <EmptyState
      icon={MessageCircleOffIcon}
      title={t("notFound")}
      description={t("notFoundDescription")}
      className="flex-1"
    >
      <Button asChild variant="outline">
        <ConversationLink href={listPath} up>
          {t("back")}
        </ConversationLink>
      </Button>
    </EmptyState>
  );
}
