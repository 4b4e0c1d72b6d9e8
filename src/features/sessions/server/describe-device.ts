import Bowser from "bowser";
import type { Device } from "../dto";

/** The browser and the system of a `User-Agent` header, for people to recognise: a claim, not a fact. */
export function describeDevice(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  const [major] = browser.version?.split(".") ?? [];
  return {
    browser: browser.name ? [browser.name, major].filter(Boolean).join(" ") : null,
    system: os.name ?? null,
  };
}
