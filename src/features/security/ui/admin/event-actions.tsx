"use client";

import { CheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify, undoOfferedMs } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { SecurityEvent } from "../../dto";
import { useEventText } from "./event-text";

/** Acknowledges an event, or says who did. The row stays: no button moves under a click. */
export function EventActions({ event }: { event: SecurityEvent }) {
  const personName = usePersonName();
  const t = useTranslations("security.events");
  const { nameOf } = useEventText();
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const onError = (error: unknown) => void notify("error", problemOf(error).text);
  const acknowledge = trpc.admin.security.events.acknowledge.useMutation({
    onSuccess: () => {
      void utils.admin.security.events.invalidate();
      void notify("success", t("acknowledgedNotice"), {
        duration: undoOfferedMs,
        action: { label: t("undo"), onClick: () => reopen.mutate({ eventId: event.id }) },
      });
    },
    onError,
  });
  const reopen = trpc.admin.security.events.reopen.useMutation({
    onSuccess: () => {
      acknowledge.reset();
      void utils.admin.security.events.invalidate();
      void notify("success", t("undone"));
    },
    onError,
  });
  if (event.acknowledgedAt || acknowledge.data) {
    return (
      <span className="text-muted-foreground text-xs">
        <span className="block">{t("acknowledged")}</span>
        {event.acknowledgedBy && <bdi>{t("acknowledgedBy", { name: personName(event.acknowledgedBy) })}</bdi>}
      </span>
    );
  }
  return (
    <Button
      variant="outline"
      size="sm"
      aria-label={t("acknowledgeNamed", { event: nameOf(event.kind) })}
      aria-disabled={acknowledge.isPending}
      onClick={() => !acknowledge.isPending && acknowledge.mutate({ eventIds: [event.id] })}
    >
      <CheckIcon aria-hidden="true" />
      {t("acknowledge")}
    </Button>
  );
}
