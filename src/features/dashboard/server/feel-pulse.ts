import { count, eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { presences } from "@/server/db/schema/presences";
import type { Pulse } from "../dto";
import { countMinutes } from "./count-minutes";

/** How many are here and how much is written, at this moment. */
export async function feelPulse(): Promise<Pulse> {
  const [[here], minutes] = await Promise.all([
    database().db.select({ online: count() }).from(presences).where(eq(presences.online, true)),
    countMinutes(),
  ]);
  return { online: here?.online ?? 0, ...minutes };
}
