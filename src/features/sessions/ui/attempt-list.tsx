"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";
import { FormattedTime } from "@/components/formatted-time";
import { Badge } from "@/components/ui/badge";
import { useCountryName } from "@/components/use-country-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { AccountSection } from "./account-section";
import { useDeviceName } from "./use-device-name";

/** The last attempts to sign in to the person's account, their own and others'. */
export function AttemptList() {
  const t = useTranslations("account.attempts");
  const problem = useProblem();
  const deviceName = useDeviceName();
  const countryName = useCountryName();
  const { data: attempts = [], error, refetch } = trpc.sessions.attempts.useQuery();
  return (
    <AccountSection title={t("title")} description={t("description")}>
      {error ? (
        <ErrorState
          title={t("loadFailed")}
          description={problem(error).text}
          onRetry={() => void refetch()}
        />
      ) : attempts.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ul className="divide-y rounded-lg border">
          {attempts.map(({ id, at, outcome, device, ip, country }) => (
            <li key={id} className="flex items-center gap-4 px-4 py-3 text-sm">
              <div className="min-w-0 flex-1">
                <p>
                  <FormattedTime value={at} />
                </p>
                <p className="truncate text-muted-foreground">
                  <bdi>{deviceName(device)}</bdi>
                  {ip && (
                    <>
                      {" "}
                      · <bdi dir="ltr">{ip}</bdi>
                      {country && `, ${countryName(country)}`}
                    </>
                  )}
                </p>
              </div>
              <Badge variant={outcome === "succeeded" ? "secondary" : "destructive"}>{t(outcome)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </AccountSection>
  );
}
