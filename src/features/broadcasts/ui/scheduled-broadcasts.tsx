"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { FormattedTime } from "@/components/formatted-time";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { useErrorText } from "@/components/use-error-text";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ScheduledBroadcast } from "../dto";

/** Broadcasts that wait for their time, or could not go out; each can be taken away. Nothing where there is none. */
export function ScheduledBroadcasts() {
  const t = useTranslations("broadcasts.scheduled");
  const problem = useProblem();
  const headingId = useId();
  const { broadcasts } = trpc.useUtils().admin;
  const { data: waiting = [] } = trpc.admin.broadcasts.scheduled.useQuery();
  const { mutateAsync: cancel } = trpc.admin.broadcasts.cancel.useMutation();
  const [asked, setAsked] = useState<ScheduledBroadcast>();
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    try {
      await cancel({ id: asked?.id ?? "" });
    } catch (error) {
      return problem(error).text;
    } finally {
      void broadcasts.invalidate();
    }
    void notify("success", t("cancelled"));
    return undefined;
  };
  const title = asked?.title ?? "";
  return (
    <>
      {waiting.length > 0 && (
        <section aria-labelledby={headingId} className="grid gap-3">
          <h2 id={headingId} className="font-semibold text-lg tracking-tight">
            {t("title")}
          </h2>
          <ul className="divide-y rounded-lg border">
            {waiting.map((each) => (
              <Waiting
                key={each.id}
                broadcast={each}
                onCancel={() => {
                  setAsked(each);
                  setOpen(true);
                }}
              />
            ))}
          </ul>
        </section>
      )}
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("cancelTitle", { title })}
        description={t("cancelDescription")}
        confirmText={t("cancel")}
        pendingText={t("cancelling")}
        destructive
        onConfirm={confirm}
      />
    </>
  );
}

function Waiting({ broadcast, onCancel }: { broadcast: ScheduledBroadcast; onCancel: () => void }) {
  const t = useTranslations("broadcasts");
  const errorText = useErrorText();
  const personName = usePersonName();
  const { title, body, audience, sentBy, sendAt, failure } = broadcast;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-60 gap-0.5 text-sm">
        <p className="truncate font-medium" dir="auto">
          {title}
        </p>
        <p className="truncate text-muted-foreground" dir="auto">
          {body}
        </p>
        <p className="text-muted-foreground">
          <FormattedTime value={sendAt} /> · {t("scheduled.to", { audience: t(`audience.${audience}`) })}
          {sentBy && ` · ${t("by", { name: personName(sentBy) })}`}
        </p>
        {failure && (
          <p className="text-destructive">
            {t("scheduled.notSent", { reason: errorText(failure.code, failure.details) })}
          </p>
        )}
      </div>
      <Button
        variant="outline"
        size="sm"
        aria-label={t("scheduled.cancelNamed", { title })}
        onClick={onCancel}
      >
        {t("scheduled.cancel")}
      </Button>
    </li>
  );
}
