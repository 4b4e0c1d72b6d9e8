"use client";

import { useCountryName } from "./use-country-name";

/** Where something came from: the address, the registered range around it, and the country that it belongs to. */
export function PlaceCell({
  ip,
  country,
  network,
}: {
  ip: string | null;
  country: string | null;
  network?: string | null;
}) {
  const countryName = useCountryName();
  if (!ip) return <span className="text-muted-foreground">–</span>;
  return (
    <span className="block min-w-0">
      <bdi dir="ltr" className="block break-all text-sm tabular-nums">
        {ip}
      </bdi>
      {network && (
        <bdi dir="ltr" className="block break-all text-muted-foreground text-xs tabular-nums">
          {network}
        </bdi>
      )}
      {country && <span className="block text-muted-foreground text-xs">{countryName(country)}</span>}
    </span>
  );
}
