"use client";

import { HashIcon, LockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { UserSummary } from "@/features/users/dto";
import { PeopleCombobox } from "@/features/users/ui/people-combobox";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { addedMembersMaximum, groupDescriptionMaximum, groupNameMaximum } from "../limits";
import { toggled } from "./toggled";
import { useOpenedConversation } from "./use-opened-conversation";

/** Names a group, says who may find it, and invites its first members. */
export function GroupForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("conversations.new");
  const common = useTranslations("common");
  const problem = useProblem();
  const showOpened = useOpenedConversation();
  const nameField = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const [members, setMembers] = useState<UserSummary[]>([]);
  const create = trpc.conversations.createGroup.useMutation({
    onSuccess(conversation) {
      showOpened(conversation);
      onDone();
    },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (create.isPending) return;
    const values = new FormData(event.currentTarget);
    const name = String(values.get("name")).trim();
    setMissing(name === "");
    if (name === "") return nameField.current?.focus();
    create.mutate({
      name,
      description: String(values.get("description")).trim(),
      visibility: values.get("visibility") === "public" ? "public" : "private",
      memberIds: members.map((m) => m.id),
    });
  };

  return (
    <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
      <FormProblem problem={create.error ? problem(create.error) : undefined} />
      <FormField label={t("name")} error={missing ? common("validation.required") : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={nameField}
            name="name"
            maxLength={groupNameMaximum}
            autoComplete="off"
            dir="auto"
            onChange={() => setMissing(false)}
            placeholder={t("namePlaceholder")}
          />
        )}
      </FormField>
      <FormField label={`${t("descriptionField")} (${common("optional")})`}>
        {(control) => (
          <Textarea
            {...control}
            name="description"
            maxLength={groupDescriptionMaximum}
            dir="auto"
            className="min-h-9"
          />
        )}
      </FormField>
      <RadioGroup name="visibility" defaultValue="private" aria-label={t("visibility")} className="gap-2">
        <Choice value="private" icon={LockIcon} label={t("private")} hint={t("privateHint")} />
        <Choice value="public" icon={HashIcon} label={t("public")} hint={t("publicHint")} />
      </RadioGroup>
      <PeopleCombobox
        label={t("members")}
        chosen={members}
        onToggle={(person) => setMembers(toggled(members, person, addedMembersMaximum))}
      />
      <DialogActions>
        <SubmitButton pending={create.isPending} pendingText={t("creating")}>
          {t("create")}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}

function Choice({
  value,
  icon: Icon,
  label,
  hint,
}: {
  value: string;
  icon: typeof LockIcon;
  label: string;
  hint: string;
}) {
  const id = useId();
  return (
    <div className="flex gap-3 rounded-md border p-3 has-data-[state=checked]:border-primary has-data-[state=checked]:bg-accent/50">
      <RadioGroupItem value={value} id={id} aria-describedby={`${id}-hint`} className="mt-0.5" />
      <div className="grid gap-0.5">
        <Label htmlFor={id} className="gap-1.5">
          <Icon aria-hidden="true" className="size-3.5" />
          {label}
        </Label>
        <p id={`${id}-hint`} className="text-muted-foreground text-xs">
          {hint}
        </p>
      </div>
    </div>
  );
}
