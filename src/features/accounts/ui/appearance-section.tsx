"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import { useAppearance } from "@/components/appearance";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { useHydrated } from "@/components/use-hydrated";
import { AccountSection } from "@/features/sessions/ui/account-section";
import { clockOf, densities, themes, timeFormats } from "@/lib/appearance";
import { locales } from "@/lib/locales";

/** A quarter to three in the afternoon: every clock shows it in its own way. */
const sample = Date.UTC(2026, 0, 1, 14, 45);

/** Theme, density, clock and language, each kept at once. */
export function AppearanceSection() {
  const t = useTranslations("profile.appearance");
  const common = useTranslations("common");
  const format = useFormatter();
  const locale = useLocale();
  const { theme, density, timeFormat, choose } = useAppearance();
  // The theme of a device is known to its browser alone.
  const hydrated = useHydrated();
  const clock = (value: (typeof timeFormats)[number]) =>
    format.dateTime(sample, { timeStyle: "short", timeZone: "UTC", ...clockOf(value) });
  return (
    <>
      <Choice
        name="theme"
        values={themes}
        value={hydrated ? theme : undefined}
        text={(value) => common(`theme.${value}`)}
        onChoose={(value) => void choose({ theme: value })}
      />
      <Choice
        name="density"
        values={densities}
        value={density}
        text={(value) => t(`density.${value}`)}
        onChoose={(value) => void choose({ density: value })}
      />
      <Choice
        name="timeFormat"
        values={timeFormats}
        value={timeFormat}
        text={(value) => t(`timeFormat.${value}`, { sample: clock(value) })}
        onChoose={(value) => void choose({ timeFormat: value })}
      />
      <Choice
        name="language"
        values={locales}
        value={locale}
        text={(value) => common(`language.${value}`)}
        onChoose={(value) => void choose({ locale: value })}
      />
    </>
  );
}

function Choice<Value extends string>({
  name,
  values,
  value,
  text,
  onChoose,
}: {
  name: "theme" | "density" | "timeFormat" | "language";
  values: readonly Value[];
  value: string | undefined;
  text: (value: Value) => string;
  onChoose: (value: Value) => void;
}) {
  const t = useTranslations("profile.appearance");
  const id = useId();
  return (
    <AccountSection title={t(`${name}.title`)} description={t(`${name}.description`)}>
      <RadioGroup
        aria-label={t(`${name}.title`)}
        value={value ?? ""}
        onValueChange={(chosen) => {
          const known = values.find((each) => each === chosen);
          if (known) onChoose(known);
        }}
      >
        {values.map((each) => (
          <div key={each} className="flex items-center gap-3">
            <RadioGroupItem value={each} id={`${id}-${each}`} />
            <Label htmlFor={`${id}-${each}`} className="font-normal leading-snug">
              {text(each)}
            </Label>
          </div>
        ))}
      </RadioGroup>
    </AccountSection>
  );
}
