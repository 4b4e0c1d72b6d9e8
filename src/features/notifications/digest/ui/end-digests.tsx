"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";

/** One click: opening the page alone ends nothing, because programs open links in mail before people do. */
export function EndDigests({ token }: { token: string }) {
  const t = useTranslations("notifications.unsubscribe");
  const end = trpc.notifications.digest.end.useMutation();
  if (end.isSuccess) return <p role="status">{t("done")}</p>;
  return (
    <div className="grid gap-4">
      {end.isError && <p role="alert">{t("failed")}</p>}
      <Button disabled={end.isPending} onClick={() => end.mutate({ token })}>
        {t("confirm")}
      </Button>
    </div>
  );
}
