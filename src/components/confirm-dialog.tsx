"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Textarea } from "@/components/ui/textarea";
import { FormField } from "./form-field";
import { SubmitButton } from "./submit-button";
import { useReturnFocus } from "./use-return-focus";

/**
 * Asks before something happens. The description says what will happen, the button is named after the
 * deed. Stays open while the deed is under way and when it fails, with what failed.
 */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirmText,
  pendingText,
  destructive = false,
  reason,
  onConfirm,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  confirmText: string;
  pendingText: string;
  destructive?: boolean;
  /** asks for a reason, which goes to `onConfirm` */
  reason?: "required" | "optional";
  /** returns what went wrong, in words, or nothing once it is done */
  onConfirm: (reason: string) => Promise<string | undefined>;
  /** further fields, whose values the caller holds */
  children?: ReactNode;
}) {
  const t = useTranslations("common");
  const problemId = useId();
  const returnFocus = useReturnFocus();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [missing, setMissing] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // React treats a portal's events as its parent's: a form around the dialog must not be sent too.
    event.stopPropagation();
    if (pending) return;
    const form = event.currentTarget;
    const text = String(new FormData(form).get("reason") ?? "").trim();
    setMissing(reason === "required" && text === "");
    if (reason === "required" && text === "") {
      form.querySelector("textarea")?.focus();
      return;
    }
    setPending(true);
    setProblem(undefined);
    const failure = await onConfirm(text);
    setPending(false);
    setProblem(failure);
    if (failure === undefined) onOpenChange(false);
  };

  return (
    <AlertDialog open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
      <AlertDialogContent {...returnFocus}>
        <form onSubmit={submit} noValidate className="grid gap-5" aria-describedby={problemId}>
          <AlertDialogHeader>
            <AlertDialogTitle>{title}</AlertDialogTitle>
            <AlertDialogDescription>{description}</AlertDialogDescription>
          </AlertDialogHeader>
          {reason && (
            <FormField
              label={reason === "optional" ? `${t("reason.label")} (${t("optional")})` : t("reason.label")}
              hint={t("reason.hint")}
              error={missing ? t("validation.required") : undefined}
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="reason"
                  maxLength={500}
                  rows={3}
                  onInput={() => setMissing(false)}
                />
              )}
            </FormField>
          )}
          {children}
          <p id={problemId} role="alert" className="text-destructive text-sm empty:hidden">
            {problem}
          </p>
          <AlertDialogFooter>
            <AlertDialogCancel type="button">{t("cancel")}</AlertDialogCancel>
            <SubmitButton
              variant={destructive ? "destructive" : "default"}
              pending={pending}
              pendingText={pendingText}
            >
              {confirmText}
            </SubmitButton>
          </AlertDialogFooter>
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
