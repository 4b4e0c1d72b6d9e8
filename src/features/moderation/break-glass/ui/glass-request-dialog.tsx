"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { glassMinutes, glassReasonMinimum } from "../input";

/** Asks to read a conversation, for a reason and for a time; says first what will happen. */
export function GlassRequestDialog({
  conversationId,
  onClose,
}: {
  conversationId: string;
  onClose: () => void;
}) {
  const t = useTranslations("oversight.glass");
  const common = useTranslations("common");
  const problemOf = useProblem();
  const router = useRouter();
  const utils = trpc.useUtils();
  const returnFocus = useReturnFocus();
  const [missing, setMissing] = useState(false);
  const { data: policy } = trpc.admin.breakGlass.policy.useQuery();
  const request = trpc.admin.breakGlass.request.useMutation({
    async onSuccess({ grantId, open }) {
      await Promise.all([utils.admin.breakGlass.invalidate(), utils.admin.audit.list.invalidate()]);
      onClose();
      if (open) router.push(`/admin/break-glass/${grantId}`);
      else void notify("success", t("request.waits"));
    },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (request.isPending) return;
    const form = event.currentTarget;
    const values = new FormData(form);
    const reason = String(values.get("reason") ?? "").trim();
    setMissing(reason.length < glassReasonMinimum);
    if (reason.length < glassReasonMinimum) {
      form.querySelector("textarea")?.focus();
      return;
    }
    const minutes = glassMinutes.find((each) => String(each) === values.get("minutes")) ?? glassMinutes[0];
    request.mutate({ conversationId, reason, minutes });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && !request.isPending && onClose()}>
      <DialogContent {...returnFocus}>
        <form onSubmit={submit} noValidate className="grid min-w-0 gap-5">
          <DialogHeader>
            <DialogTitle>{t("request.title")}</DialogTitle>
            <DialogDescription>{t("request.description")}</DialogDescription>
          </DialogHeader>
          {policy && (
            <ul className="grid list-disc gap-1 ps-5 text-sm">
              <li>{t(policy.needsSecondAdmin ? "request.second" : "request.alone")}</li>
              <li>{t(`request.tells.${policy.tellsOwners}`)}</li>
            </ul>
          )}
          <FormField
            label={common("reason.label")}
            hint={t("request.reasonHint")}
            error={missing ? t("request.reasonMissing", { count: glassReasonMinimum }) : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                name="reason"
                rows={3}
                maxLength={500}
                dir="auto"
                onInput={() => setMissing(false)}
              />
            )}
          </FormField>
          <FormField label={t("request.minutes")}>
            {(control) => (
              <Select name="minutes" defaultValue={String(glassMinutes[0])}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {glassMinutes.map((minutes) => (
                    <SelectItem key={minutes} value={String(minutes)}>
                      {t("minutes", { minutes })}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <FormProblem problem={request.error ? problemOf(request.error) : undefined} />
          <DialogActions>
            <SubmitButton variant="destructive" pending={request.isPending} pendingText={t("pending")}>
              {t(policy?.needsSecondAdmin ? "request.ask" : "request.open")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
