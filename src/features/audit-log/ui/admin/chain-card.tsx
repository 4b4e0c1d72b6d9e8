"use client";

import { KeyRoundIcon, ShieldAlertIcon, ShieldCheckIcon, ShieldIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { BrokenNotice } from "./broken-notice";
import { useVerify } from "./use-verify";

/** Whether the log can be trusted: what its last check found, and the way to check it now. */
export function ChainCard() {
  const t = useTranslations("audit.chain");
  const format = useFormatter();
  const problemOf = useProblem();
  const { data: chain } = trpc.admin.audit.chain.useQuery(undefined, { staleTime: 5_000 });
  const { verify, stop, part, running, error } = useVerify();
  const checked = part?.done
    ? { broken: part.broken, entries: part.position - part.start }
    : chain?.lastCheck;
  const broken = checked?.broken ?? null;
  const Icon = broken ? ShieldAlertIcon : checked ? ShieldCheckIcon : ShieldIcon;
  const tone = broken ? "text-destructive" : checked ? "text-success" : "text-muted-foreground";
  const total = part ? part.end - part.start : 0;
  const done = part ? part.position - part.start : 0;
  return (
    <section aria-label={t("title")} className="grid gap-3 rounded-lg border bg-card p-4">
      <div className="flex flex-wrap items-center gap-3">
        <Icon aria-hidden="true" className={cn("size-5", tone)} />
        <div className="min-w-0 flex-1 basis-64 text-sm">
          <p className="font-medium" role="status">
            {running
              ? t("running", { done, total })
              : checked
                ? broken
                  ? t("broken")
                  : t("sound", { count: checked.entries })
                : t("unchecked")}
          </p>
          <p className="text-muted-foreground text-xs">
            {chain && t("sealed", { count: chain.end - chain.start, waiting: chain.waiting })}
            {chain?.lastCheck && (
              <>
                {" · "}
                {t("lastCheck")} <RelativeTime value={chain.lastCheck.at} />
              </>
            )}
          </p>
        </div>
        <Button variant="ghost" size="sm" asChild>
          <a href="/api/audit/key" download>
            <KeyRoundIcon aria-hidden="true" />
            {t("key")}
          </a>
        </Button>
        <Button variant="outline" size="sm" onClick={running ? stop : () => void verify()}>
          {t(running ? "stop" : "verify")}
        </Button>
      </div>
      {running && (
        <progress
          aria-label={t("progress")}
          max={Math.max(total, 1)}
          value={done}
          className="h-1.5 w-full overflow-hidden rounded-full accent-primary"
        />
      )}
      {error !== null && (
        <p role="alert" className="text-destructive text-sm">
          {problemOf(error).text}
        </p>
      )}
      {broken && !running && <BrokenNotice broken={broken} />}
      {chain && (
        <p className="break-all font-mono text-muted-foreground text-xs" dir="ltr">
          {t("head", { position: format.number(chain.end), hash: chain.hash.slice(0, 16) })}
        </p>
      )}
    </section>
  );
}
