"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** What somebody has set up beside their password, and how to take it away when they have lost it. */
export function ResetFactors({ person }: { person: { id: string; displayName: string } }) {
  const t = useTranslations("factors.reset");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { id: userId, displayName: name } = person;
  const { data } = trpc.admin.factors.of.useQuery({ userId });
  const reset = trpc.admin.factors.reset.useMutation();
  const [asking, setAsking] = useState(false);
  if (!data) return null;
  const { totpSince, passkeys, recoveryCodesLeft } = data;
  const any = totpSince !== null || passkeys > 0;
  const confirm = async (reason: string) => {
    try {
      await reset.mutateAsync({ userId, reason });
    } catch (failure) {
      return problem(failure).text;
    }
    await Promise.all([
      utils.admin.factors.of.invalidate({ userId }),
      utils.admin.people.get.invalidate({ userId }),
    ]);
    void notify("success", t("done", { name }));
    return undefined;
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-3 text-sm">
      <p className="me-auto text-muted-foreground">
        {any ? t("has", { app: totpSince ? "yes" : "no", passkeys, codes: recoveryCodesLeft }) : t("hasNone")}
      </p>
      {any && (
        <Button size="sm" variant="outline" onClick={() => setAsking(true)}>
          {t("act")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("title", { name })}
        description={t("description")}
        confirmText={t("confirm")}
        pendingText={t("pending")}
        destructive
        reason="required"
        onConfirm={confirm}
      />
    </div>
  );
}
