"use client";

import { WifiOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLive } from "./live-context";

/** A drop that is over sooner is not worth a notice, in milliseconds. */
const noticeAfterMs = 2_500;

/** Says that nothing new arrives at the moment, and what becomes of what is written meanwhile. */
export function ConnectionBanner() {
  const t = useTranslations("chat.connection");
  const connected = useLive().state === "connected";
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    setLasts(false);
    if (connected) return;
    const timer = setTimeout(() => setLasts(true), noticeAfterMs);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div role="status">
      {lasts && !connected && (
        <p className="flex items-center justify-center gap-2 bg-warning px-4 py-1.5 text-center text-sm text-warning-foreground">
          <WifiOffIcon aria-hidden="true" className="size-4 shrink-0" />
          <span>
            <strong className="font-semibold">{t("reconnecting")}</strong> {t("meaning")}
          </span>
        </p>
      )}
    </div>
  );
}
