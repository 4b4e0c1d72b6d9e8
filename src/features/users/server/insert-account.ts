import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { UserRole, UserStatus } from "../dto";
import type { AccountInput } from "../input";
import { newPasswordHash } from "./new-password-hash";

/**
 * Creates an account that can sign in once its status is active; without a password by other ways only. Returns its id.
 * Throws EMAIL_TAKEN, USERNAME_TAKEN, or what `newPasswordHash` throws.
 */
export async function insertAccount(
  db: Queryable,
  input: Omit<AccountInput, "password"> & { password?: string },
  as: {
    role: UserRole;
    status: UserStatus;
    /** whether it is known that the address is theirs */
    verified?: boolean;
  },
): Promise<string> {
  const { password, ...profile } = input;
  const { verified, ...rest } = as;
  const passwordHash = password === undefined ? null : await newPasswordHash(password, profile.username);
  const [row] = await db
    .insert(users)
    .values({ ...profile, ...rest, passwordHash, emailVerifiedAt: verified ? sql`now()` : null })
    .returning({ id: users.id })
    .catch(refuseTaken);
  return (row as { id: string }).id;
}

/** Turns a violated uniqueness of users into the refusal that names the field. */
export function refuseTaken(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === "users_email_unique") throw new AppError("EMAIL_TAKEN");
  if (constraint === "users_username_unique") throw new AppError("USERNAME_TAKEN");
  throw error;
}
