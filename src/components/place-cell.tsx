"use client";

import { useCountryName } from "./use-country-name";

/** Where something came from: the address, and the country that it belongs to. */
export function PlaceCell({ ip, country }: { ip: string | null; country: string | null }) {
  const countryName = useCountryName();
  if (!ip) return <span className="text-muted-foreground">–</span>;
  return (
    <span className="block min-w-0">
      <bdi dir="ltr" className="block break-all text-sm tabular-nums">
        {ip}
      </bdi>
      {country && <span className="block text-muted-foreground text-xs">{countryName(country)}</span>}
    </span>
  );
}
