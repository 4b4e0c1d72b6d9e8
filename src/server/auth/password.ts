import { hash, verify } from "@node-rs/argon2";

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password with argon2id and a fresh salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** A hash of nothing anybody knows: unknown accounts cost as much time as wrong passwords. */
let decoy: Promise<string> | undefined;

/** Whether `password` fits `passwordHash`. Takes the same time when there is no hash. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && passwordHash !== null;
}
