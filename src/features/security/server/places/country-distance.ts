import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processSingleton } from "@/server/process-singleton";

type Country = { latitude: number; longitude: number; radiusKm: number };

const file = ["node_modules", "world-countries", "dist", "countries.json"];
const earthRadiusKm = 6_371;

/**
 * At least how far somebody travels from one country to the other, in kilometres: the great circle between
 * their middles less what both extend around them, so that neighbours are no distance apart. 0 for unknown ones.
 */
export function countryDistance(from: string, to: string): number {
  const [start, end] = [countries().get(from), countries().get(to)];
  if (!start || !end || from === to) return 0;
  return Math.max(0, greatCircleKm(start, end) - start.radiusKm - end.radiusKm);
}

/** The shortest way over the globe (haversine). */
export function greatCircleKm(
  from: { latitude: number; longitude: number },
  to: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const haversine = (angle: number) => Math.sin(angle / 2) ** 2;
  const a =
    haversine(radians(to.latitude - from.latitude)) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      haversine(radians(to.longitude - from.longitude));
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Every country's middle and extent. */
const countries = () =>
  processSingleton("countries", () => {
    const list: { cca2: string; latlng: [number, number]; area: number }[] = JSON.parse(
      readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ...file), "utf8"),
    );
    return new Map<string, Country>(
      list.map(({ cca2, latlng: [latitude, longitude], area }) => [
        cca2,
        { latitude, longitude, radiusKm: Math.sqrt(Math.max(0, area) / Math.PI) },
      ]),
    );
  });
