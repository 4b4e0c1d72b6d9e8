"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAppearance } from "@/components/appearance";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { type Locale, locales } from "@/lib/locales";
import { LanguageButton } from "./language-button";

/** The languages of the interface; open at first. */
export function OpenedLanguageMenu() {
  const t = useTranslations("common.language");
  const current = useLocale();
  const { choose } = useAppearance();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <LanguageButton />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup
          value={current}
          onValueChange={(locale) => void choose({ locale: locale as Locale })}
        >
          {locales.map((locale) => (
            <DropdownMenuRadioItem key={locale} value={locale} lang={locale}>
              {t(locale)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
