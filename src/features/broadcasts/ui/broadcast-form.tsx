"use client";

import { MegaphoneIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { v7 as newId } from "uuid";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { FormField } from "@/components/form-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { type Audience, audiences } from "../dto";
import { broadcastText } from "../input";

const blank = () => ({
  id: newId(),
  title: "",
  body: "",
  important: false,
  audience: "everybody" as Audience,
});

/** What is to be said, to whom, and how it will look; asks before it sends. */
export function BroadcastForm({ onSent }: { onSent: (job: Job) => void }) {
  const t = useTranslations("broadcasts");
  const common = useTranslations("common.validation");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const importantId = useId();
  const [draft, setDraft] = useState(blank);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const { data: count } = trpc.admin.broadcasts.audience.useQuery({ audience: draft.audience });
  const send = trpc.admin.broadcasts.send.useMutation();
  const { title, body, important, audience } = draft;
  const missing = (text: string) => (tried && text.trim() === "" ? common("required") : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (broadcastText.safeParse({ title, body }).success && count) setAsking(true);
  };
  const confirm = async () => {
    try {
      onSent(await send.mutateAsync(draft));
    } catch (error) {
      return problem(error).text;
    }
    setDraft(blank());
    setTried(false);
    void utils.admin.broadcasts.list.invalidate();
  };
  return (
    <section aria-label={t("compose")} className="grid gap-6 lg:grid-cols-2">
      <form onSubmit={submit} noValidate className="grid content-start gap-5">
        <FormField label={t("fields.title")} error={missing(title)}>
          {(control) => (
            <Input
              {...control}
              dir="auto"
              maxLength={120}
              value={title}
              onChange={(event) => setDraft({ ...draft, title: event.target.value })}
            />
          )}
        </FormField>
        <FormField label={t("fields.body")} error={missing(body)}>
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              rows={5}
              maxLength={2_000}
              value={body}
              onChange={(event) => setDraft({ ...draft, body: event.target.value })}
            />
          )}
        </FormField>
        <FormField
          label={t("fields.audience")}
          hint={count === undefined ? undefined : t("reaches", { count })}
        >
          {(control) => (
            <Select
              value={audience}
              onValueChange={(value) => setDraft({ ...draft, audience: value as Audience })}
            >
              <SelectTrigger {...control} className="w-full">
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                {audiences.map((each) => (
                  <SelectItem key={each} value={each}>
                    {t(`audience.${each}`)}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          )}
        </FormField>
        <div className="flex items-start gap-3">
          <Checkbox
            id={importantId}
            checked={important}
            aria-describedby={`${importantId}-hint`}
            onCheckedChange={(checked) => setDraft({ ...draft, important: checked === true })}
          />
          <div className="grid gap-1">
            <Label htmlFor={importantId}>{t("fields.important")}</Label>
            <p id={`${importantId}-hint`} className="text-muted-foreground text-xs">
              {t("fields.importantHint")}
            </p>
          </div>
        </div>
        <Button type="submit" className="justify-self-start" disabled={!count}>
          {t("send")}
        </Button>
      </form>
      <Preview title={title} body={body} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("confirm.title", { count: count ?? 0 })}
        description={t("confirm.description", { title })}
        confirmText={t("confirm.submit")}
        pendingText={t("confirm.pending")}
        onConfirm={confirm}
      />
    </section>
  );
}

function Preview({ title, body }: { title: string; body: string }) {
  const t = useTranslations("broadcasts");
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid content-start gap-2">
      <h2 id={headingId} className="font-medium text-muted-foreground text-sm">
        {t("preview")}
      </h2>
      <div className="flex gap-3 rounded-lg border bg-card p-4">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-primary text-primary-foreground">
          <MegaphoneIcon aria-hidden="true" className="size-4" />
        </span>
        <div className="grid min-w-0 flex-1 gap-1">
          <p className="wrap-anywhere font-medium text-sm" dir="auto">
            {title.trim() || t("previewTitle")}
          </p>
          <p className="wrap-anywhere whitespace-pre-wrap text-muted-foreground text-sm" dir="auto">
            {body.trim() || t("previewBody")}
          </p>
        </div>
      </div>
    </section>
  );
}
