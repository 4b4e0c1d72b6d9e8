"use client";

import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { SwitchRow } from "@/components/switch-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useDeviceName } from "@/features/sessions/ui/use-device-name";
import { useNotificationSettings } from "../../settings/ui/use-notification-settings";
import { usePush } from "./use-push";

/** Push messages to this device, what they show, and which devices take them. */
export function PushSection() {
  const t = useTranslations("notifications.settings");
  const nameOf = useDeviceName();
  const { settings, update } = useNotificationSettings();
  const { devices, state, toggle, remove } = usePush(t("push.failed"));
  const hindrance =
    state === "unsupported"
      ? t("push.pushUnsupported")
      : state === "blocked"
        ? t("device.blocked")
        : undefined;
  return (
    <>
      <SwitchRow
        label={t("push.push")}
        description={hindrance}
        checked={state === "on"}
        disabled={state === null || hindrance !== undefined}
        onChange={(on) => void toggle(on)}
      />
      {settings && (
        <SwitchRow
          label={t("push.text")}
          description={t("push.textMeaning")}
          checked={settings.pushText}
          onChange={(pushText) => update({ pushText })}
        />
      )}
      {devices && devices.length > 0 && (
        <div className="grid gap-2">
          <h3 className="font-medium text-sm">{t("push.devices")}</h3>
          <ul className="divide-y rounded-md border">
            {devices.map(({ id, current, device, lastSentAt }) => (
              <li key={id} className="flex items-center gap-4 px-4 py-3">
                <div className="min-w-0 flex-1 text-sm">
                  <p className="flex flex-wrap items-center gap-x-2 font-medium">
                    <bdi className="truncate">{nameOf(device)}</bdi>
                    {current && <Badge variant="secondary">{t("push.thisDevice")}</Badge>}
                  </p>
                  <p className="text-muted-foreground">
                    {lastSentAt ? (
                      <>
                        {t("push.lastSent")} <RelativeTime value={lastSentAt} />
                      </>
                    ) : (
                      t("push.never")
                    )}
                  </p>
                </div>
                <Button
                  variant="ghost"
                  size="sm"
                  aria-label={t("push.removeNamed", { device: nameOf(device) })}
                  onClick={() => void (current ? toggle(false) : remove(id))}
                >
                  {t("push.remove")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
