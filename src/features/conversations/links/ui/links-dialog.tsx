"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CopyField } from "@/components/copy-field";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useDuration } from "../../ui/use-duration";
import { LinkList } from "./link-list";

const lifetimes = [1, 24, 168, 720];
const uses = [1, 5, 10, 25, 100];
const unlimited = "0";

/** Makes links by which people join a group, and ends those in use. */
export function LinksDialog({
  conversationId,
  name,
  onClose,
}: {
  conversationId: string;
  name: string;
  onClose: () => void;
}) {
  const t = useTranslations("groups.links");
  const problem = useProblem();
  const duration = useDuration();
  const utils = trpc.useUtils();
  const [lifetime, setLifetime] = useState("168");
  const [maxUses, setMaxUses] = useState(unlimited);
  const create = trpc.conversations.links.create.useMutation({
    onSuccess: () => void utils.conversations.links.list.invalidate({ conversationId }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate({
      conversationId,
      lifetimeHours: Number(lifetime) || null,
      maxUses: Number(maxUses) || null,
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { name })}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
          <div className="sm:col-span-2">
            <FormProblem problem={create.error ? problem(create.error) : undefined} />
          </div>
          <FormField label={t("lifetime")}>
            {(control) => (
              <Select value={lifetime} onValueChange={setLifetime}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {lifetimes.map((hours) => (
                    <SelectItem key={hours} value={String(hours)}>
                      {duration(hours * 3_600)}
                    </SelectItem>
                  ))}
                  <SelectItem value={unlimited}>{t("never")}</SelectItem>
                </SelectContent>
              </Select>
            )}
          </FormField>
          <FormField label={t("uses")}>
            {(control) => (
              <Select value={maxUses} onValueChange={setMaxUses}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  <SelectItem value={unlimited}>{t("unlimited")}</SelectItem>
                  {uses.map((count) => (
                    <SelectItem key={count} value={String(count)}>
                      {t("people", { count })}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <SubmitButton className="sm:col-span-2" pending={create.isPending} pendingText={t("creating")}>
            {t("create")}
          </SubmitButton>
        </form>
        {create.data && <CopyField label={t("newLink")} value={create.data.url} />}
        <LinkList conversationId={conversationId} />
      </DialogContent>
    </Dialog>
  );
}
