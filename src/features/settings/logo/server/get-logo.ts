import { eq } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { instanceLogo } from "@/server/db/schema/settings";
import { processSingleton } from "@/server/process-singleton";
import type { LogoAddresses } from "../logo-limits";

/** Other processes see a change after at most this long. */
const cacheMs = 2_000;
const cache = () =>
  processSingleton("instance-logo", () => ({
    logo: null as LogoAddresses | null,
    readAt: Number.NEGATIVE_INFINITY,
  }));

/** Where the instance's logo is found; null: it has none of its own. */
export async function getLogo(): Promise<LogoAddresses | null> {
  const held = cache();
  if (performance.now() - held.readAt >= cacheMs) {
    held.logo = await readLogo(database().db);
    held.readAt = performance.now();
  }
  return held.logo;
}

/** The same, as the database has it at this moment. */
export async function readLogo(db: Queryable): Promise<LogoAddresses | null> {
  const rows = await db.select({ size: instanceLogo.size, hash: instanceLogo.hash }).from(instanceLogo);
  const addressOf = (size: keyof LogoAddresses) => {
    const hash = rows.find((row) => row.size === size)?.hash;
    return hash && `/api/instance-logo/${hash}.png`;
  };
  const [small, large] = [addressOf("small"), addressOf("large")];
  return small && large ? { small, large } : null;
}

/** The picture behind an address; null: there is none any more. */
export async function readLogoFile(hash: string): Promise<Uint8Array | null> {
  const [row] = await database()
    .db.select({ png: instanceLogo.png })
    .from(instanceLogo)
    .where(eq(instanceLogo.hash, hash));
  return row?.png ?? null;
}

/** Makes this process read the logo anew. */
export function forgetLogo() {
  cache().readAt = Number.NEGATIVE_INFINITY;
}
