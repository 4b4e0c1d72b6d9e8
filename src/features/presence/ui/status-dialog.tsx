"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useContext, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { PersonStatus } from "../dto";
import { PresenceContext } from "./presence-context";

const emojis = ["💬", "📅", "🎧", "🚆", "🤒", "🌴", "🏡"];
const hours = [1, 4, 24, 168];
const always = "0";

/** Sets what the person says of themselves, for a time or until further notice. */
export function StatusDialog({ status, onClose }: { status: PersonStatus | null; onClose: () => void }) {
  const t = useTranslations("presence.status");
  const problem = useProblem();
  const store = useContext(PresenceContext);
  const [emoji, setEmoji] = useState(status?.emoji ?? null);
  const [lifetime, setLifetime] = useState(always);
  const set = trpc.presence.setStatus.useMutation({
    onSuccess(presence) {
      store?.put(presence);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (set.isPending) return;
    const text = String(new FormData(event.currentTarget).get("text")).trim();
    const ms = Number(lifetime) * 3_600_000;
    set.mutate({ emoji, text, until: ms ? new Date(Date.now() + ms).toISOString() : null });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !set.isPending && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4">
          <FormProblem problem={set.error ? problem(set.error) : undefined} />
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1.5 font-medium text-sm">{t("emoji")}</legend>
            {emojis.map((each) => (
              <Button
                key={each}
                type="button"
                size="icon"
                variant={each === emoji ? "secondary" : "ghost"}
                aria-pressed={each === emoji}
                onClick={() => setEmoji(each === emoji ? null : each)}
              >
                {each}
              </Button>
            ))}
          </fieldset>
          <FormField label={t("text")}>
            {(control) => (
              <Input
                {...control}
                name="text"
                defaultValue={status?.text ?? ""}
                maxLength={100}
                autoComplete="off"
                dir="auto"
                placeholder={t("placeholder")}
              />
            )}
          </FormField>
          <FormField label={t("until")}>
            {(control) => (
              <Select value={lifetime} onValueChange={setLifetime}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  <SelectItem value={always}>{t("always")}</SelectItem>
                  {hours.map((count) => (
                    <SelectItem key={count} value={String(count)}>
                      {count < 24 ? t("hours", { count }) : t("days", { count: count / 24 })}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <DialogActions>
            {status && (
              <Button
                type="button"
                variant="outline"
                onClick={() => set.mutate({ emoji: null, text: "", until: null })}
              >
                {t("clear")}
              </Button>
            )}
            <SubmitButton pending={set.isPending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
