"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/form-field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { trpc } from "@/trpc/react";
import { answerMaximum } from "../../answer-maximum";

const ownWords = "own";

/** What the reporter is told besides the outcome: own words, or begun with one of the answers. */
export function AnswerField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations("moderation.report");
  const common = useTranslations("common");
  const { data: templates } = trpc.admin.moderation.templates.list.useQuery();
  const chosen = templates?.find((each) => each.body === value)?.id ?? ownWords;
  return (
    <div className="grid gap-2">
      <FormField label={`${t("answer")} (${common("optional")})`} hint={t("answerHint")}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            dir="auto"
            maxLength={answerMaximum}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FormField>
      {templates && templates.length > 0 && (
        <Select
          value={chosen}
          onValueChange={(id) => onChange(templates.find((each) => each.id === id)?.body ?? "")}
        >
          <SelectTrigger aria-label={t("template")} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={ownWords}>{t("noTemplate")}</SelectItem>
            {templates.map((each) => (
              <SelectItem key={each.id} value={each.id}>
                {each.title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </div>
  );
}
