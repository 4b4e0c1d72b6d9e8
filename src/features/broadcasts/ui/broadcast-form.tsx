"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { v7 as newId } from "uuid";
import { useClock } from "@/components/appearance-context";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { FormField } from "@/components/form-field";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import type { Job } from "@/features/jobs/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { type Audience, audiences } from "../dto";
import { broadcastText } from "../input";
import { BroadcastPreview } from "./broadcast-preview";

const blank = () => ({
  id: newId(),
  title: "",
  body: "",
  important: false,
  audience: "everybody" as Audience,
  /** as the field writes it: local, without a zone; empty: at once */
  when: "",
});

/** What is to be said, to whom, when, and how it will look; asks before it is sent or planned. */
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
  const schedule = trpc.admin.broadcasts.schedule.useMutation();
  const format = useFormatter();
  const clock = useClock();
  const timeZone = useLocalTimeZone();
  const { when, ...message } = draft;
  const { title, body, important, audience } = message;
  const sendAt = when === "" ? null : new Date(when);
  const time =
    sendAt && format.dateTime(sendAt, { dateStyle: "medium", timeStyle: "short", ...clock, timeZone });
  const missing = (text: string) => (tried && text.trim() === "" ? common("required") : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (broadcastText.safeParse({ title, body }).success && count) setAsking(true);
  };
  const confirm = async () => {
    try {
      if (sendAt) {
        await schedule.mutateAsync({ ...message, sendAt: sendAt.toISOString() });
        void notify("success", t("scheduled.saved", { time: time ?? "" }));
      } else onSent(await send.mutateAsync(message));
    } catch (error) {
      return problem(error).text;
    }
    setDraft(blank());
    setTried(false);
    void utils.admin.broadcasts.invalidate();
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
        <FormField label={t("fields.when")} hint={t("fields.whenHint")}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              className="max-w-60"
              value={when}
              onChange={(event) => setDraft({ ...draft, when: event.target.value })}
            />
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
          {t(sendAt ? "schedule" : "send")}
        </Button>
      </form>
      <BroadcastPreview title={title} body={body} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={time ? t("confirm.scheduleTitle") : t("confirm.title", { count: count ?? 0 })}
        description={
          time
            ? t("confirm.scheduleDescription", { title, time, audience: t(`audience.${audience}`) })
            : t("confirm.description", { title })
        }
        confirmText={t(time ? "confirm.scheduleSubmit" : "confirm.submit")}
        pendingText={t(time ? "confirm.schedulePending" : "confirm.pending")}
        onConfirm={confirm}
      />
    </section>
  );
}
