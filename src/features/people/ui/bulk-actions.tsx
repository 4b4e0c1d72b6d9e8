"use client";

import { CheckIcon, EllipsisIcon, PauseIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Job } from "@/features/jobs/dto";
import type { UserRole } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { SelectedPeople, WorkOnPeopleInput } from "../input";
import { SuspendUntil, untilOf } from "./suspend-until";

const withReason = [
  "reject",
  "suspend",
  "ban",
  "end-sessions",
  "reset-password",
  "role-user",
  "role-moderator",
  "role-admin",
] as const;
type Asked = "approve" | "invite" | "reactivate" | "require-second-factor" | (typeof withReason)[number];

const shown = [
  ["approve", CheckIcon],
  ["reject", XIcon],
  ["suspend", PauseIcon],
] as const;
const further: Asked[] = [
  "invite",
  "ban",
  "reactivate",
  "end-sessions",
  "require-second-factor",
  "reset-password",
  "role-user",
  "role-moderator",
  "role-admin",
];

/** What can be done with the people who are chosen; it goes on as a job. */
export function BulkActions({
  selected,
  count,
  onStarted,
}: {
  selected: SelectedPeople;
  /** how many they are, as far as this page knows */
  count: number;
  onStarted: (job: Job) => void;
}) {
  const t = useTranslations("people.bulk");
  const problemOf = useProblem();
  const [asked, setAsked] = useState<Asked>();
  const [until, setUntil] = useState("");
  const { mutateAsync } = trpc.admin.people.work.useMutation();

  const start = async (what: Asked, reason: string) => {
    try {
      onStarted(await mutateAsync(inputOf(what, selected, { reason, until: untilOf(until) })));
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };

  const needsReason = withReason.some((each) => each === asked);
  return (
    <>
      {shown.map(([action, Icon]) => (
        <Button key={action} size="sm" variant="outline" onClick={() => setAsked(action)}>
          <Icon aria-hidden="true" />
          {t(`${action}.name`)}
        </Button>
      ))}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="icon-sm" variant="outline" aria-label={t("more")}>
            <EllipsisIcon aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {further.map((action) => (
            <DropdownMenuItem key={action} onSelect={() => setAsked(action)}>
              {t(`${action}.name`)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {asked && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(undefined)}
          title={t(`${asked}.title`, { count })}
          description={t(`${asked}.description`)}
          confirmText={t(`${asked}.name`)}
          pendingText={t("starting")}
          destructive={needsReason && !asked.startsWith("role-")}
          reason={needsReason ? "required" : undefined}
          onConfirm={(reason) => start(asked, reason)}
        >
          {asked === "suspend" && <SuspendUntil value={until} onChange={setUntil} />}
        </ConfirmDialog>
      )}
    </>
  );
}

function inputOf(
  asked: Asked,
  selected: SelectedPeople,
  { reason, until }: { reason: string; until: string | null },
): WorkOnPeopleInput {
  switch (asked) {
    case "approve":
    case "invite":
    case "reactivate":
    case "require-second-factor":
      return { action: asked, selected };
    case "role-user":
    case "role-moderator":
    case "role-admin":
      return { action: "set-role", selected, reason, role: asked.slice("role-".length) as UserRole };
    case "suspend":
      return { action: asked, selected, reason, until };
    default:
      return { action: asked, selected, reason };
  }
}
