"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import type { IpRule } from "../../dto";
import { changeIpRuleInput } from "../../input";
import { RuleDuration, type RuleHours } from "./rule-duration";

const formValues = z.strictObject({ reason: changeIpRuleInput.shape.reason });

/** Gives a rule another reason and another end. What it is about stays: that would be another rule. */
export function ChangeRule({ rule }: { rule: IpRule }) {
  const t = useTranslations("security.rules");
  const [open, setOpen] = useState(false);
  const returnFocus = useReturnFocus();
  const { network } = rule;
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("changeNamed", { network })}
        onClick={() => setOpen(true)}
      >
        {t("change")}
      </Button>
      {open && (
        <Dialog open onOpenChange={setOpen}>
          <DialogContent {...returnFocus}>
            <DialogHeader>
              <DialogTitle>{t("changeTitle", { network })}</DialogTitle>
              <DialogDescription>{t("changeDescription")}</DialogDescription>
            </DialogHeader>
            <ChangeForm rule={rule} onDone={() => setOpen(false)} />
          </DialogContent>
        </Dialog>
      )}
    </>
  );
}

function ChangeForm({ rule, onDone }: { rule: IpRule; onDone: () => void }) {
  const t = useTranslations("security.rules");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const [hours, setHours] = useState<RuleHours>(rule.expiresAt ? "24" : "0");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: formValues,
    action: async ({ reason }) => {
      const lifetimeHours = Number(hours) || null;
      const change = { ruleId: rule.id, reason, lifetimeHours };
      const outcome = await submitted(trpcClient.admin.security.ipRules.change.mutate(change));
      if (!outcome.ok) return outcome;
      await utils.admin.security.ipRules.list.invalidate();
      void notify("success", t("changedNotice"));
      onDone();
      return outcome;
    },
  });
  return (
    <form {...formProps} className="grid gap-4">
      <FormProblem problem={problem} />
      <RuleDuration value={hours} onChange={setHours} />
      <FormField label={common("reason.label")} hint={common("reason.hint")} error={errors.reason}>
        {(control) => (
          <Textarea
            {...control}
            name="reason"
            rows={2}
            maxLength={500}
            dir="auto"
            defaultValue={rule.automatic ? "" : rule.reason}
          />
        )}
      </FormField>
      <DialogActions>
        <SubmitButton pending={pending} pendingText={t("saving")}>
          {t("save")}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
