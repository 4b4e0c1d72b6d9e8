"use client";

import { BotIcon, MonitorIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useCountryName } from "@/components/use-country-name";
import type { OwnSession } from "../dto";
import { useDeviceName } from "./use-device-name";

/** One device: what it is, from where and when it was last used. */
export function SessionItem({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const t = useTranslations("account.sessions");
  const name = useDeviceName()(session.device, session.client);
  const countryName = useCountryName();
  const Icon = session.client === "api" ? BotIcon : MonitorIcon;
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium text-sm">
          <bdi className="truncate">{name}</bdi>
          {session.current && <Badge variant="secondary">{t("current")}</Badge>}
        </p>
        <p className="text-muted-foreground text-sm">
          {session.ip && (
            <>
              <bdi dir="ltr">{session.ip}</bdi>
              {session.country && `, ${countryName(session.country)}`} ·{" "}
            </>
          )}
          {t("signedIn", { method: t(`method.${session.method}`) })} ·{" "}
          {t.rich("lastUsed", { time: () => <RelativeTime value={session.lastUsedAt} /> })}
        </p>
      </div>
      <Button variant="ghost" size="sm" onClick={onEnd} aria-label={t("endNamed", { device: name })}>
        {t("end")}
      </Button>
    </li>
  );
}
