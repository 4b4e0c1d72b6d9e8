"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { copyText } from "@/lib/copy-text";

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslations("common.copy");
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "failed">();

  const copy = async () => {
    input.current?.select();
    setOutcome((await copyText(value)) ? "copied" : "failed");
  };

  return (
    <div className="grid gap-1.5">
      <div className="flex gap-2">
        <Input
          ref={input}
          aria-label={label}
          readOnly
          dir="ltr"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-xs"
        />
        <Button type="button" variant="outline" onClick={copy}>
          {outcome === "copied" ? <CheckIcon aria-hidden="true" /> : <CopyIcon aria-hidden="true" />}
          {t("copy")}
        </Button>
      </div>
      <p role="status" className="min-h-4 text-muted-foreground text-xs">
        {outcome && t(outcome)}
      </p>
    </div>
  );
}
