"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { type ReactNode, useContext } from "react";
import { localeCookie } from "@/lib/locales";
import { rememberPreference } from "@/lib/remember-preference";
import { type AppearanceChange, AppearanceContext, type KeptAppearance } from "./appearance-context";
import { notify } from "./notify";
import { useErrorText } from "./use-error-text";

export function AppearanceProvider({ children, ...held }: KeptAppearance & { children: ReactNode }) {
  return <AppearanceContext value={held}>{children}</AppearanceContext>;
}

/** How the interface looks for this person, and how to change that. */
export function useAppearance() {
  const { density, timeFormat, keep } = useContext(AppearanceContext);
  const { theme, setTheme } = useTheme();
  const router = useRouter();
  const errorText = useErrorText();
  /** Shows what was chosen here (or on another device) at once, as far as the page itself can. */
  const show = ({ theme: chosen, locale }: AppearanceChange) => {
    if (chosen && chosen !== theme) withoutTransitions(() => setTheme(chosen));
    if (locale) rememberPreference(localeCookie, locale);
  };
  const choose = async (change: AppearanceChange) => {
    show(change);
    const outcome = await keep?.(change);
    if (outcome && !outcome.ok) void notify("error", errorText(outcome.code, outcome.details));
    if (change.density || change.timeFormat || change.locale) router.refresh();
  };
  return { theme, density, timeFormat, show, choose };
}

/** Changes colours at once, everywhere: what has a transition would follow later. */
function withoutTransitions(change: () => void) {
  const root = document.documentElement;
  root.dataset.recoloured = "";
  change();
  requestAnimationFrame(() => requestAnimationFrame(() => delete root.dataset.recoloured));
}
