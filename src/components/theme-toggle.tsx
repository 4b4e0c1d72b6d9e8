"use client";

import { ThemeButton } from "./theme-button";
import { useOnDemand } from "./use-on-demand";

const load = () => import("./opened-theme-menu").then((m) => m.OpenedThemeMenu);

/** Light, dark, or whatever the device is set to. */
export function ThemeToggle() {
  const { Opened, trigger } = useOnDemand(load);
  return Opened ? <Opened /> : <ThemeButton {...trigger} />;
}
