"use client";

import { ShieldAlertIcon, ShieldCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { cn } from "@/lib/cn";
import { isNetwork } from "@/lib/is-network";
import { trpc } from "@/trpc/react";

/** Says what a rule would do, while it is being typed: to the person who types it, and to others. */
export function RuleCheck({ kind, network }: { kind: "block" | "allow"; network: string }) {
  const t = useTranslations("security.rules.check");
  const settled = useDeferredSearch(network);
  const { data } = trpc.admin.security.ipRules.check.useQuery(
    { kind, network: settled },
    { enabled: isNetwork(settled), staleTime: 5_000 },
  );
  const shown = isNetwork(settled) ? data : undefined;
  const Icon = shown?.locksOut ? ShieldAlertIcon : ShieldCheckIcon;
  const address = shown?.ownAddress;
  return (
    <div role="status" className={cn("flex gap-2 text-sm", !shown && "hidden")}>
      {shown && (
        <>
          <Icon
            aria-hidden="true"
            className={cn("mt-0.5 size-4 shrink-0", shown.locksOut ? "text-destructive" : "text-success")}
          />
          <span className="grid gap-1">
            <span className={cn(shown.locksOut && "text-destructive")}>
              {shown.locksOut
                ? t("locksOut", { address: address ?? "" })
                : address
                  ? t("safe", { address })
                  : t("safeUnknown")}
            </span>
            {kind === "block" && (
              <span className="text-muted-foreground">{t("people", { people: shown.peopleAffected })}</span>
            )}
          </span>
        </>
      )}
    </div>
  );
}
