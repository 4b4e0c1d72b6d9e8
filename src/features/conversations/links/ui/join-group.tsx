"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/use-error-text";
import { submitted, trpcClient } from "@/trpc/client";
import { conversationPath } from "../../conversation-path";
import type { LinkedGroup } from "../dto";

/** Joins the group that a link leads to, and opens it. */
export function JoinGroup({ group, token }: { group: LinkedGroup; token: string }) {
  const t = useTranslations("groups.join");
  const errorText = useErrorText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const path = conversationPath(group.conversationId);
  if (group.joined) {
    return (
      <Button asChild size="lg">
        <a href={path}>{t("show")}</a>
      </Button>
    );
  }
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const outcome = await submitted(trpcClient.conversations.links.join.mutate({ token }));
    if (outcome.ok) return window.location.assign(path);
    setProblem(errorText(outcome.code, outcome.details));
    setPending(false);
  };
  return (
    <form onSubmit={join} className="grid gap-4">
      <FormProblem problem={problem ? { text: problem } : undefined} />
      <SubmitButton size="lg" pending={pending} pendingText={t("joining")}>
        {t("join")}
      </SubmitButton>
    </form>
  );
}
