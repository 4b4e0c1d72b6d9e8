"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { DialogActions } from "@/components/dialog-actions";
import { notify } from "@/components/notify";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { trpc } from "@/trpc/react";
import { ScheduleForm } from "./schedule-form";

const oneHourMs = 3_600_000;

/** Chooses when what has been written is sent. */
export function ScheduleDialog({
  conversationId,
  body,
  onScheduled,
  onClose,
}: {
  conversationId: string;
  body: string;
  onScheduled: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("chat.scheduled");
  const utils = trpc.useUtils();
  const [id] = useState(() => uuidv7());
  const [sendAt] = useState(() => new Date(Date.now() + oneHourMs));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("sendLater")}</DialogTitle>
          <DialogDescription>{t("meaning")}</DialogDescription>
        </DialogHeader>
        <ScheduleForm
          initial={{ body, sendAt }}
          Actions={DialogActions}
          onSave={async (draft) => {
            await utils.client.messages.scheduled.add.mutate({ id, conversationId, ...draft });
            void utils.messages.scheduled.list.invalidate();
            void notify("success", t("scheduled"));
            onScheduled();
            onClose();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
