"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { type FilterAction, type FilterKind, filterActions, type MessageFilter } from "../../dto";
import { saveFilterInput } from "../../input";

const kinds: FilterKind[] = ["word", "phrase", "pattern", "domain"];

/** Adds a rule or changes one. */
export function FilterDialog({ filter, onClose }: { filter: MessageFilter | null; onClose: () => void }) {
  const t = useTranslations("moderation.filters");
  const problem = useProblem();
  const returnFocus = useReturnFocus();
  const utils = trpc.useUtils();
  const [kind, setKind] = useState<FilterKind>(filter?.kind ?? "word");
  const [action, setAction] = useState<FilterAction>(filter?.action ?? "flag");
  const [text, setText] = useState(filter?.text ?? "");
  const [wrong, setWrong] = useState(false);
  const save = trpc.admin.filters.save.useMutation({
    async onSuccess() {
      await utils.admin.filters.list.invalidate();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (save.isPending) return;
    const rule = { id: filter?.id, kind, text, action, enabled: filter?.enabled ?? true };
    const checked = saveFilterInput.safeParse(rule);
    setWrong(!checked.success);
    if (checked.success) save.mutate(rule);
    else event.currentTarget.querySelector("input")?.focus();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !save.isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <form onSubmit={submit} noValidate className="grid gap-5">
          <DialogHeader>
            <DialogTitle>{filter ? t("editTitle") : t("newTitle")}</DialogTitle>
            <DialogDescription>{t("meaning")}</DialogDescription>
          </DialogHeader>
          <FormField label={t("kind")} hint={t(`kindHints.${kind}`)}>
            {(control) => (
              <Select value={kind} onValueChange={(value) => setKind(value as FilterKind)}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {kinds.map((each) => (
                    <SelectItem key={each} value={each}>
                      {t(`kinds.${each}`)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <FormField label={t("text")} error={wrong ? t(`wrong.${kind}`) : undefined}>
            {(control) => (
              <Input
                {...control}
                dir="auto"
                autoComplete="off"
                maxLength={100}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setWrong(false);
                }}
              />
            )}
          </FormField>
          <FormField label={t("action")} hint={t(`actionHints.${action}`)}>
            {(control) => (
              <Select value={action} onValueChange={(value) => setAction(value as FilterAction)}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {filterActions.map((each) => (
                    <SelectItem key={each} value={each}>
                      {t(`actions.${each}`)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <FormProblem problem={save.error ? problem(save.error) : undefined} />
          <DialogActions>
            <SubmitButton pending={save.isPending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
