"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { LiveSession } from "../../dto";
import { useClientName } from "./use-client-name";

/** Signs somebody's device out, after saying what that means and asking why. */
export function RevokeSession({ session }: { session: LiveSession }) {
  const personName = usePersonName();
  const t = useTranslations("security.sessions");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = trpc.admin.sessions.revoke.useMutation();
  const name = personName(session.person);
  const device = useClientName()(session.device, session.client);

  const revoke = async (reason: string) => {
    try {
      await mutateAsync({ sessionId: session.id, reason });
    } catch (error) {
      return problemOf(error).text;
    }
    await utils.admin.sessions.list.invalidate();
    void notify("success", t("revokedNotice", { name }));
    return undefined;
  };

  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={t("revokeNamed", { device, name })}
        onClick={() => setOpen(true)}
      >
        {t("revoke")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("revokeTitle", { name })}
        description={t("revokeDescription", { name, device })}
        confirmText={t("revoke")}
        pendingText={t("revoking")}
        destructive
        reason="required"
        onConfirm={revoke}
      />
    </>
  );
}
