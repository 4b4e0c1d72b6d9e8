"use client";

import { MegaphoneIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

/** How a broadcast will look to whoever gets it. */
export function BroadcastPreview({ title, body }: { title: string; body: string }) {
  const t = useTranslations("broadcasts");
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="grid content-start gap-2">
      <h2 id={headingId} className="font-medium text-muted-foreground text-sm">
        {t("preview")}
      </h2>
      <div className="flex gap-3 rounded-lg border bg-card p-4">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-primary text-primary-foreground">
          <MegaphoneIcon aria-hidden="true" className="size-4" />
        </span>
        <div className="grid min-w-0 flex-1 gap-1">
          <p className="wrap-anywhere font-medium text-sm" dir="auto">
            {title.trim() || t("previewTitle")}
          </p>
          <p className="wrap-anywhere whitespace-pre-wrap text-muted-foreground text-sm" dir="auto">
            {body.trim() || t("previewBody")}
          </p>
        </div>
      </div>
    </section>
  );
}
