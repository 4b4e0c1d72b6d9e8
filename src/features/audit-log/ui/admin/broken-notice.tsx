"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Broken } from "../../dto";

/** What is wrong with the log and where it shows first. */
export function BrokenNotice({ broken }: { broken: Broken }) {
  const t = useTranslations("audit.chain");
  const { kind, position, entryId } = broken;
  const isThere = entryId !== null && kind !== "removed";
  return (
    <div
      role="alert"
      className="grid gap-1 rounded-md border border-destructive/50 bg-destructive/5 p-3 text-sm"
    >
      <p className="font-medium text-destructive">{t(`kind.${kind}`)}</p>
      <p>
        {t("first", {
          entry: entryId ?? "–",
          position: position ?? "–",
        })}{" "}
        {isThere && (
          <Link href={`/admin/audit/${entryId}`} className="font-medium underline underline-offset-4">
            {t("show")}
          </Link>
        )}
      </p>
      <p className="text-muted-foreground">{t("advice")}</p>
    </div>
  );
}
