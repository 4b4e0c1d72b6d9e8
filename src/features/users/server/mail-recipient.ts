import { eq } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

const columns = {
  email: users.email,
  username: users.username,
  locale: users.locale,
  timeZone: users.timeZone,
};

/** Where mail to a person goes, and how they read it. */
export async function mailRecipient(db: Queryable, userId: string) {
  const [row] = await db.select(columns).from(users).where(eq(users.id, userId));
  return row ?? { email: null, username: "", locale: null, timeZone: null };
}

export type MailRecipient = Awaited<ReturnType<typeof mailRecipient>>;

/** A time as this person reads it. */
export function timeFor(
  { locale, timeZone }: Pick<MailRecipient, "locale" | "timeZone">,
  time: Date,
): string {
  const format = new Intl.DateTimeFormat(locale ?? "en", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  });
  return `${format.format(time)} (${timeZone ?? "UTC"})`;
}
