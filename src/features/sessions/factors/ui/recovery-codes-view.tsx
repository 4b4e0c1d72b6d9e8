"use client";

import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/copy-text";

/** Recovery codes, this once: to be copied or kept as a file. */
export function RecoveryCodesView({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations("factors.recovery");
  const text = `${codes.join("\n")}\n`;
  const copy = async () => {
    const copied = await copyText(text);
    void notify(copied ? "success" : "error", t(copied ? "copied" : "notCopied"));
  };
  return (
    <div className="grid gap-4">
      <ul
        aria-label={t("codes")}
        dir="ltr"
        className="grid gap-x-6 gap-y-1 rounded-lg border bg-muted/40 p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="text-center">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="button" variant="outline" onClick={() => void copy()}>
          {t("copy")}
        </Button>
        <Button asChild variant="outline">
          <a download="offchat-recovery-codes.txt" href={`data:text/plain,${encodeURIComponent(text)}`}>
            <DownloadIcon aria-hidden="true" />
            {t("download")}
          </a>
        </Button>
        <Button type="button" onClick={onDone}>
          {t("kept")}
        </Button>
      </div>
    </div>
  );
}
