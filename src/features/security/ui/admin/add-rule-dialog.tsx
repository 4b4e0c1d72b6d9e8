"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useReturnFocus } from "@/components/use-return-focus";
import { useValidatedForm } from "@/components/use-validated-form";
import { submitted, trpcClient } from "@/trpc/client";
import { trpc } from "@/trpc/react";
import { addIpRuleInput, networkValue } from "../../input";
import { RuleCheck } from "./rule-check";
import { RuleDuration, type RuleHours } from "./rule-duration";

const formValues = z.strictObject({ network: networkValue, reason: addIpRuleInput.shape.reason });

/** Makes an address rule, and says before it is saved what it would do. */
export function AddRuleDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("security.rules");
  const common = useTranslations("common");
  const utils = trpc.useUtils();
  const returnFocus = useReturnFocus();
  const [kind, setKind] = useState<"block" | "allow">("block");
  const [hours, setHours] = useState<RuleHours>("24");
  const [network, setNetwork] = useState("");
  const { formProps, errors, problem, pending } = useValidatedForm({
    schema: formValues,
    fieldOf: { WOULD_LOCK_OUT: "network", ALREADY_DONE: "network" },
    invalid: { network: t("networkInvalid") },
    action: async (values) => {
      const lifetimeHours = Number(hours) || null;
      const outcome = await submitted(
        trpcClient.admin.security.ipRules.add.mutate({ ...values, kind, lifetimeHours }),
      );
      if (!outcome.ok) return outcome;
      await utils.admin.security.ipRules.list.invalidate();
      void notify("success", t("savedNotice"));
      onClose();
      return outcome;
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus}>
        <DialogHeader>
          <DialogTitle>{t("addTitle")}</DialogTitle>
          <DialogDescription>{t("addDescription")}</DialogDescription>
        </DialogHeader>
        <form {...formProps} className="grid gap-4">
          <FormProblem problem={problem} />
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField label={t("effect")}>
              {(control) => (
                <Select value={kind} onValueChange={(next) => setKind(next as typeof kind)}>
                  <SelectTrigger {...control} className="w-full">
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    <SelectItem value="block">{t("block")}</SelectItem>
                    <SelectItem value="allow">{t("allow")}</SelectItem>
                  </SelectContent>
                </Select>
              )}
            </FormField>
            <RuleDuration value={hours} onChange={setHours} />
          </div>
          <FormField label={t("network")} error={errors.network}>
            {(control) => (
              <Input
                {...control}
                name="network"
                dir="ltr"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="203.0.113.9"
                onChange={(event) => setNetwork(event.target.value.trim())}
              />
            )}
          </FormField>
          <RuleCheck kind={kind} network={network} />
          <FormField label={common("reason.label")} hint={common("reason.hint")} error={errors.reason}>
            {(control) => <Textarea {...control} name="reason" rows={2} maxLength={500} />}
          </FormField>
          <DialogActions>
            <SubmitButton pending={pending} pendingText={t("saving")}>
              {t("save")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
