import { and, eq, inArray, or } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { systemContext } from "@/server/trpc/request-context";

/**
 * Mails those for whose account so many wrong passwords were typed that signing in has to wait. Of logins that are
 * nobody's there is nobody to tell: do it a moment after the attempt, which must not show that by its time.
 */
export function tellLockedOut(byLogin: ReadonlyMap<string, number>): Promise<void> {
  const logins = [...byLogin.keys()];
  return transaction(systemContext(), async (tx) => {
    const people = await tx.db
      .select({
        email: users.email,
        username: users.username,
        locale: users.locale,
      })
      .from(users)
      .where(
        and(or(inArray(users.email, logins), inArray(users.username, logins)), eq(users.status, "active")),
      );
    for (const person of people) {
      await queueMail(tx, {
        to: person,
        template: "lockedOut",
        values: { username: person.username },
        url: `${env().APP_URL}/account/security`,
      });
    }
  });
}
