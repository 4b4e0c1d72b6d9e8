"use client";

import { useTranslations } from "next-intl";
import type { Device } from "../../dto";

/** A device in words, in the console's own texts. */
export function useClientName(): (device: Device, client?: "browser" | "api") => string {
  const t = useTranslations("security.sessions.device");
  return ({ browser, system }, client = "browser") => {
    if (browser && system) return t("both", { browser, system });
    return browser ?? system ?? t(client === "api" ? "program" : "unknown");
  };
}
