"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FormField } from "@/components/form-field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { ConversationDetails } from "../dto";
import { groupDescriptionMaximum, groupNameMaximum } from "../limits";
import { useDuration } from "./use-duration";

/** Waits between two messages that can be chosen, in seconds. */
const slowModes = [10, 30, 60, 300, 900, 3_600, 21_600];

type Group = Pick<
  ConversationDetails,
  "name" | "description" | "visibility" | "announcementOnly" | "slowModeSeconds"
>;

/** The fields of a form that names and describes a group, says who may find it and who may write how often. */
export function GroupSettingsFields({
  group,
  mayChangeVisibility,
  nameError,
}: {
  group: Group;
  mayChangeVisibility: boolean;
  nameError: string | undefined;
}) {
  const t = useTranslations("groups.manage");
  const duration = useDuration();
  const announcementsId = useId();
  const waits = [...new Set([0, ...slowModes, group.slowModeSeconds])].sort((a, b) => a - b);
  return (
    <>
      <FormField label={t("name")} error={nameError}>
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
      {mayChangeVisibility && (
        <FormField label={t("visibility")}>
          {(control) => (
            <Select name="visibility" defaultValue={group.visibility}>
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
          name="announcementOnly"
          aria-describedby={`${announcementsId}-hint`}
          defaultChecked={group.announcementOnly}
        />
      </div>
      <FormField label={t("slowMode")} hint={t("slowModeHint")}>
        {(control) => (
          <Select name="slowModeSeconds" defaultValue={String(group.slowModeSeconds)}>
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
    </>
  );
}
