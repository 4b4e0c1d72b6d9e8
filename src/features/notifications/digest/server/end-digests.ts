import { eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { notificationSettings } from "@/server/db/schema/notifications";

/** Ends the digests of whoever got this token in one, without a sign-in. What nobody got changes nothing and says so to nobody. */
export async function endDigests({ token }: { token: string }): Promise<void> {
  await database()
    .db.update(notificationSettings)
    .set({ digest: "off" })
    .where(eq(notificationSettings.unsubscribeToken, token));
}
