"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SwitchRow } from "@/components/switch-row";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { PushSection } from "../../push/ui/push-section";
import {
  type BrowserNoticeState,
  browserNoticeState,
  turnOffBrowserNotices,
  turnOnBrowserNotices,
} from "../../ui/browser-notices";

/** What this device may do; browsers ask the person themselves. */
export function DeviceSection() {
  const t = useTranslations("notifications.settings.device");
  const [state, setState] = useState<BrowserNoticeState | null>(null);
  useEffect(() => {
    const look = () => setState(browserNoticeState());
    look();
    // The person may have changed it in the browser's own settings meanwhile.
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  const toggle = async (on: boolean) => setState(on ? await turnOnBrowserNotices() : turnOffBrowserNotices());
  const hindered = state === "unsupported" || state === "blocked";
  return (
    <AccountSection title={t("title")} description={t("description")}>
      <SwitchRow
        label={t("notices")}
        description={hindered ? t(state) : undefined}
        checked={state === "on"}
        disabled={state === null || hindered}
        onChange={toggle}
      />
      <PushSection />
    </AccountSection>
  );
}
