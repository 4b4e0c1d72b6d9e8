"use client";

import { useTranslations } from "next-intl";
import type { Device } from "../dto";

/** A device in words: "Firefox 140 on Windows", as far as it says what it is. */
export function useDeviceName(): (device: Device, client?: "browser" | "api") => string {
  const t = useTranslations("account.device");
  return ({ browser, system }, client = "browser") => {
    if (browser && system) return t("both", { browser, system });
    return browser ?? system ?? t(client === "api" ? "program" : "unknown");
  };
}
