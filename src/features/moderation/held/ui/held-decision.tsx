"use client";

import { SendIcon, XIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { HeldMessage } from "../dto";

const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});

/** Lets a held message through, or not. */
export function HeldDecision({ held, ownId }: { held: HeldMessage; ownId: string }) {
  const personName = usePersonName();
  const t = useTranslations("moderation.held");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const readAnew = () => utils.admin.moderation.held.list.invalidate();
  const deliver = trpc.admin.moderation.held.deliver.useMutation({
    onSuccess() {
      void readAnew();
      void notify("success", t("delivered"));
    },
    onError: (error) => void notify("error", problem(error).text),
  });
  const reject = trpc.admin.moderation.held.reject.useMutation();
  const name = personName(held.author);
  if (held.author.id === ownId) return <p className="text-muted-foreground text-sm">{t("own")}</p>;
  return (
    <div className="flex flex-wrap gap-2 md:justify-end">
      <Button size="sm" disabled={deliver.isPending} onClick={() => deliver.mutate({ id: held.id })}>
        <SendIcon aria-hidden="true" />
        {t("deliver")}
        <span className="sr-only">: {name}</span>
      </Button>
      <Button size="sm" variant="outline" onClick={() => setAsking(true)}>
        <XIcon aria-hidden="true" />
        {t("reject")}
        <span className="sr-only">: {name}</span>
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(false)}
          title={t("rejectTitle")}
          description={t("rejectMeaning", { name })}
          confirmText={t("reject")}
          pendingText={t("rejecting")}
          destructive
          reason="required"
          onConfirm={async (reason) => {
            try {
              await reject.mutateAsync({ id: held.id, reason });
            } catch (error) {
              return problem(error).text;
            }
            void readAnew();
            return undefined;
          }}
        />
      )}
    </div>
  );
}
