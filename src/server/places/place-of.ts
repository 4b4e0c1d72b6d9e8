import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CountryResponse, Reader } from "maxmind";
import { parseNetwork } from "@/server/http/network";
import { normalNetwork } from "@/server/http/normal-network";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";

/** Where an address is, as far as the registries say: a country, and the range it was given out with. */
export type Place = { country: string | null; network: string | null };

const nowhere: Place = { country: null, network: null };
/** Public registries' data, in the form that the reader opens (decision 065). 8 MB, read when first needed. */
const file = ["node_modules", "@ip-location-db", "geo-whois-asn-country-mmdb", "geo-whois-asn-country.mmdb"];

/** The place of an address; nowhere for private ones and for none. Never fails: a place is a hint. */
export function placeOf(ip: string | null): Place {
  if (!ip || !parseNetwork(ip)) return nowhere;
  try {
    const [found, bits] = reader().getWithPrefixLength(ip);
    const country = (found as { country_code?: string } | null)?.country_code;
    return country ? { country, network: normalNetwork(`${ip}/${bits}`) } : nowhere;
  } catch (err) {
    log().warn({ err }, "the place of an address could not be looked up");
    return nowhere;
  }
}

const reader = () =>
  processSingleton(
    "places",
    () => new Reader<CountryResponse>(readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ...file))),
  );
