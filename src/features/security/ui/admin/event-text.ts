"use client";

import { useTranslations } from "next-intl";
import { useCountryName } from "@/components/use-country-name";
import type { SecurityEvent } from "../../dto";
import type { SecurityEventKind } from "../../event-kinds";

/** Catalogues have no dots in their keys. */
const keyOf = <Kind extends SecurityEventKind>(kind: Kind) => kind.replace(".", "_") as WithoutDot<Kind>;
type WithoutDot<Kind> = Kind extends `${infer Noun}.${infer Past}` ? `${Noun}_${Past}` : never;

/** What a security event is called, and what is known of it, in words. */
export function useEventText() {
  const t = useTranslations("security.events");
  const countryName = useCountryName();
  return {
    nameOf: (kind: SecurityEventKind) => t(`kind.${keyOf(kind)}`),
    explain: ({ kind, facts }: SecurityEvent) =>
      t(`explained.${keyOf(kind)}`, {
        accounts: Number(facts.accounts ?? 0),
        logins: Number(facts.logins ?? 0),
        kilometresPerHour: Number(facts.kilometresPerHour ?? 0),
        countries: String(facts.countries ?? "")
          .split(" ")
          .map(countryName)
          .join(", "),
        from: countryName(String(facts.from ?? "")),
        to: countryName(String(facts.to ?? "")),
      }),
  };
}
