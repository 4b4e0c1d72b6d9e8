"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { useReturnFocus } from "@/components/use-return-focus";
import { messagePath } from "@/features/conversations/conversation-path";
import { goTo } from "@/features/conversations/ui/go-to";
import { dayIn, startOfDay } from "@/lib/time-zones";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Asks for a day and goes to what was first said on it, or after it. */
export function DayDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const t = useTranslations("chat.day");
  const problem = useProblem();
  const returnFocus = useReturnFocus();
  const timeZone = useLocalTimeZone();
  const today = dayIn(timeZone, new Date());
  const [day, setDay] = useState("");
  const { client } = trpc.useUtils();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  const go = async (since: Date) => {
    setPending(true);
    setFailure(null);
    try {
      const { seq } = await client.messages.findDay.query({ conversationId, since: since.toISOString() });
      onClose();
      if (seq !== null) goTo(messagePath(conversationId, seq));
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (day) void go(startOfDay(day, timeZone));
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent {...returnFocus} className="sm:max-w-sm">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <FormProblem problem={failure ? problem(failure) : undefined} />
        <form onSubmit={submit} className="grid gap-3">
          <Label htmlFor="day">{t("day")}</Label>
          <Input
            id="day"
            type="date"
            required
            min="1970-01-01"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
          <DialogActions>
            <Button type="button" variant="outline" disabled={pending} onClick={() => void go(new Date(0))}>
              {t("beginning")}
            </Button>
            <SubmitButton pending={pending} pendingText={t("going")}>
              {t("go")}
            </SubmitButton>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
