"use client";

import { KeyRoundIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { OwnPasskey } from "../dto";

/** One passkey: its name, and when it was last used. */
export function PasskeyItem({
  passkey,
  onRename,
  onRemove,
}: {
  passkey: OwnPasskey;
  onRename: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("factors.passkeys");
  const { name, backedUp, createdAt, lastUsedAt } = passkey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <KeyRoundIcon aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium text-sm">
          <bdi className="truncate">{name}</bdi>
          {backedUp && <Badge variant="secondary">{t("backedUp")}</Badge>}
        </p>
        <p className="text-muted-foreground text-sm">
          {t.rich(lastUsedAt ? "lastUsed" : "added", {
            time: () => <RelativeTime value={lastUsedAt ?? createdAt} />,
          })}
        </p>
      </div>
      <Button variant="ghost" size="sm" onClick={onRename} aria-label={t("renameNamed", { name })}>
        {t("rename")}
      </Button>
      <Button variant="ghost" size="sm" onClick={onRemove} aria-label={t("removeNamed", { name })}>
        {t("remove")}
      </Button>
    </li>
  );
}
