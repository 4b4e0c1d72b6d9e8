"use client";

import { CircleSlashIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import type { Selection } from "@/components/data-table/selection";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { AnswerField } from "./answer-field";

/** The most that one request dismisses. */
const atOnce = 100;

/** Dismisses the chosen reports together, with one answer to all who filed them. */
export function DismissChosen({ selection }: { selection: Selection }) {
  const t = useTranslations("moderation.reports");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState("");
  const { selected, count } = selection;
  const dismiss = async () => {
    if (selected.kind === "all") return undefined;
    let left = 0;
    try {
      for (let i = 0; i < selected.ids.length; i += atOnce) {
        const reportIds = selected.ids.slice(i, i + atOnce);
        left += (await utils.client.admin.moderation.dismissMany.mutate({ reportIds, answer })).left;
      }
    } catch (error) {
      return problemOf(error).text;
    }
    selection.clear();
    setAnswer("");
    void utils.admin.moderation.invalidate();
    if (left > 0) void notify("warning", t("dismissedBut", { left }));
    else void notify("success", t("dismissed", { count: selected.ids.length }));
    return undefined;
  };
  return (
    <SelectionBar selection={selection} matching={undefined}>
      <Button size="sm" variant="outline" onClick={() => setAsking(true)}>
        <CircleSlashIcon aria-hidden="true" />
        {t("dismiss")}
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={t("dismissTitle", { count })}
          description={t("dismissDescription")}
          confirmText={t("dismiss")}
          pendingText={t("dismissing")}
          onConfirm={dismiss}
        >
          <AnswerField value={answer} onChange={setAnswer} />
        </ConfirmDialog>
      )}
    </SelectionBar>
  );
}
