"use client";

import { CheckCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Selection } from "@/components/data-table/selection";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** The most that one request acknowledges. */
const atOnce = 100;

/** Acknowledges the chosen events together; those that somebody else has acknowledged stay theirs. */
export function AcknowledgeChosen({ selection }: { selection: Selection }) {
  const t = useTranslations("security.events");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const [pending, setPending] = useState(false);
  const { selected } = selection;
  const acknowledge = async () => {
    if (pending || selected.kind === "all") return;
    const ids = selected.ids.map(Number);
    setPending(true);
    try {
      let count = 0;
      for (let i = 0; i < ids.length; i += atOnce) {
        const part = { eventIds: ids.slice(i, i + atOnce) };
        const { acknowledged } = await utils.client.admin.security.events.acknowledge.mutate(part);
        count += acknowledged;
      }
      selection.clear();
      void notify("success", t("acknowledgedMany", { count }));
    } catch (error) {
      void notify("error", problemOf(error).text);
    }
    setPending(false);
    void utils.admin.security.events.invalidate();
  };
  return (
    <SelectionBar selection={selection} matching={undefined}>
      <Button size="sm" variant="outline" aria-disabled={pending} onClick={acknowledge}>
        <CheckCheckIcon aria-hidden="true" />
        {t("acknowledgeChosen")}
      </Button>
    </SelectionBar>
  );
}
