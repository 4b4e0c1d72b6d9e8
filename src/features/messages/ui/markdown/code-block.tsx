"use client";

import { CheckIcon, CopyIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/lib/copy-text";

/** Longer code stays uncoloured. */
const highlightLimit = 20_000;

/** Code as it was written, coloured once its language's rules have been loaded. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const t = useTranslations("chat.message");
  const [coloured, setColoured] = useState<ReactNode>(null);
  const [copied, setCopied] = useState(false);
  const name = language.split(/\s/)[0]?.toLowerCase() ?? "";
  useEffect(() => {
    let current = true;
    setColoured(null);
    if (name && code.length <= highlightLimit) {
      void import("./highlight-code").then(
        ({ highlightCode }) => current && setColoured(highlightCode(code, name)),
        // Out of reach: the code is readable without colours.
        () => {},
      );
    }
    return () => {
      current = false;
    };
  }, [code, name]);
  return (
    <div className="group/code relative my-1 max-w-full" dir="ltr">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md border bg-muted/60 px-3 py-2 font-mono text-[0.8125rem]/5 text-foreground"
      >
        <code className="code">{coloured ?? code}</code>
      </pre>
      <Button
        type="button"
        variant="ghost"
        size="icon-sm"
        className="absolute end-1 top-1 opacity-0 focus-visible:opacity-100 group-hover/code:opacity-100"
        aria-label={copied ? t("codeCopied") : t("copyCode")}
        onClick={async () => setCopied(await copyText(code))}
        onBlur={() => setCopied(false)}
      >
        {copied ? <CheckIcon aria-hidden="true" /> : <CopyIcon aria-hidden="true" />}
      </Button>
    </div>
  );
}
