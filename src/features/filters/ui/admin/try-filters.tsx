"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/form-field";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Says what the rules would do with a text, without sending it anywhere. */
export function TryFilters() {
  const t = useTranslations("moderation.filters");
  const problem = useProblem();
  const [text, setText] = useState("");
  const attempt = trpc.admin.filters.try.useMutation();
  return (
    <form
      className="grid max-w-2xl gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate({ text });
      }}
    >
      <FormField label={t("try")} hint={t("tryHint")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={3}
            maxLength={20_000}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              attempt.reset();
            }}
          />
        )}
      </FormField>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="outline" pending={attempt.isPending} pendingText={t("trying")}>
          {t("tryNow")}
        </SubmitButton>
        <p role="status" className="text-sm">
          {attempt.isSuccess &&
            (attempt.data
              ? t("tried", { found: attempt.data.found, action: t(`actions.${attempt.data.action}`) })
              : t("triedNothing"))}
          {attempt.error && problem(attempt.error).text}
        </p>
      </div>
    </form>
  );
}
