"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { IpRule } from "../../dto";

/** Takes a rule away, after saying what that means and asking why. */
export function RemoveRule({ rule }: { rule: IpRule }) {
  const t = useTranslations("security.rules");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.admin.security.ipRules.remove.useMutation();
  const { id: ruleId, network, kind } = rule;

  const remove = async (reason: string) => {
    try {
      await mutateAsync({ ruleId, reason });
    } catch (error) {
      return problemOf(error).text;
    }
    await utils.admin.security.ipRules.list.invalidate();
    void notify("success", t("removedNotice"));
    return undefined;
  };

  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("removeNamed", { network })}
        onClick={() => setOpen(true)}
      >
        {t("remove")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("removeTitle", { network })}
        description={t(kind === "block" ? "removeBlock" : "removeAllow")}
        confirmText={t("remove")}
        pendingText={t("removing")}
        destructive
        reason="required"
        onConfirm={remove}
      />
    </>
  );
}
