"use client";

import { CheckCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Marks everything as read; what changes comes back as an event, as on the person's other devices. */
export function MarkAllRead() {
  const t = useTranslations("groups.menu");
  const problem = useProblem();
  const mark = trpc.conversations.markAllRead.useMutation({
    onError: (error) => void notify("error", problem(error).text),
  });
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={t("markAllRead")}
      title={t("markAllRead")}
      onClick={() => mark.mutate()}
    >
      <CheckCheckIcon aria-hidden="true" />
    </Button>
  );
}
