"use client";

import { LanguageButton } from "./language-button";
import { useOnDemand } from "./use-on-demand";

const load = () => import("./opened-language-menu").then((m) => m.OpenedLanguageMenu);

/** Chooses the language of the interface: of the person, else of this device. */
export function LanguageMenu() {
  const { Opened, trigger } = useOnDemand(load);
  return Opened ? <Opened /> : <LanguageButton {...trigger} />;
}
