"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { FormField } from "@/components/form-field";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { withDetails } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import type { ConversationSummary } from "../dto";
import { groupDescriptionMaximum, groupNameMaximum } from "../limits";
import { canChangeVisibility } from "../policy";
import { useDuration } from "./use-duration";

/** Waits between two messages that can be chosen, in seconds. */
const slowModes = [10, 30, 60, 300, 900, 3_600, 21_600];

/** Names and describes a group, says who may find it and who may write how often. */
export function EditGroupDialog({ group, onClose }: { group: ConversationSummary; onClose: () => void }) {
  const t = useTranslations("groups.manage");
  const common = useTranslations("common");
  const problem = useProblem();
  const duration = useDuration();
  const utils = trpc.useUtils();
  const announcementsId = useId();
  const [missing, setMissing] = useState(false);
  const [visibility, setVisibility] = useState(group.visibility);
  const [announcementOnly, setAnnouncementOnly] = useState(group.announcementOnly);
  const [slowMode, setSlowMode] = useState(String(group.slowModeSeconds));
  const waits = [...new Set([0, ...slowModes, group.slowModeSeconds])].sort((a, b) => a - b);
  const update = trpc.conversations.update.useMutation({
    onSuccess(details) {
      utils.conversations.list.setData(conversationListInput, (list) => list && withDetails(list, details));
      onClose();
    },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (update.isPending) return;
    const values = new FormData(event.currentTarget);
    const name = String(values.get("name")).trim();
    setMissing(name === "");
    if (name === "") return;
    update.mutate({
      conversationId: group.id,
      name,
      description: String(values.get("description")).trim(),
      visibility: visibility === group.visibility ? undefined : visibility,
      announcementOnly,
      slowModeSeconds: Number(slowMode),
    });
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("edit")}</DialogTitle>
          <DialogDescription>{t("editDescription")}</DialogDescription>
        </DialogHeader>
        <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
          <FormProblem problem={update.error ? problem(update.error) : undefined} />
          <FormField label={t("name")} error={missing ? common("validation.required") : undefined}>
            {(control) => (
              <Input
                {...control}
                name="name"
                defaultValue={group.name ?? ""}
                maxLength={groupNameMaximum}
                autoComplete="off"
                dir="auto"
              />
            )}
          </FormField>
          <FormField label={t("description")}>
            {(control) => (
              <Textarea
                {...control}
                name="description"
                defaultValue={group.description}
                maxLength={groupDescriptionMaximum}
                dir="auto"
              />
            )}
          </FormField>
          {canChangeVisibility(group) && (
            <FormField label={t("visibility")}>
              {(control) => (
                <Select
                  value={visibility}
                  onValueChange={(value) => setVisibility(value === "public" ? "public" : "private")}
                >
                  <SelectTrigger {...control} className="w-full">
                    <SelectValue />
                  </SelectTrigger>
                  <SelectContent>
                    <SelectItem value="private">{t("private")}</SelectItem>
                    <SelectItem value="public">{t("public")}</SelectItem>
                  </SelectContent>
                </Select>
              )}
            </FormField>
          )}
          <div className="flex items-center justify-between gap-4">
            <div className="grid gap-0.5">
              <Label htmlFor={announcementsId}>{t("announcements")}</Label>
              <p id={`${announcementsId}-hint`} className="text-muted-foreground text-xs">
                {t("announcementsHint")}
              </p>
            </div>
            <Switch
              id={announcementsId}
              aria-describedby={`${announcementsId}-hint`}
              checked={announcementOnly}
              onCheckedChange={setAnnouncementOnly}
            />
          </div>
          <FormField label={t("slowMode")} hint={t("slowModeHint")}>
            {(control) => (
              <Select value={slowMode} onValueChange={setSlowMode}>
                <SelectTrigger {...control} className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {waits.map((seconds) => (
                    <SelectItem key={seconds} value={String(seconds)}>
                      {seconds === 0 ? t("slowModeOff") : duration(seconds)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            )}
          </FormField>
          <SubmitButton pending={update.isPending} pendingText={t("saving")}>
            {t("save")}
          </SubmitButton>
        </form>
      </DialogContent>
    </Dialog>
  );
}
