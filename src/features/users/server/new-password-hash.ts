import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import { hashPassword } from "@/server/auth/password";
import { processSingleton } from "@/server/process-singleton";

/** Passwords that are tried first, most frequent ones of leaked collections (the npm package's list). */
const commonPasswords = () =>
  processSingleton("common-passwords", async () => {
    const { dictionary } = await import("@zxcvbn-ts/language-common");
    return new Set<string>(dictionary["passwords-common"]);
  });

/** Shorter words with something after them are no worse than other passwords. */
const wordLength = 4;

/**
 * The hash of a password that somebody chooses, for every place where one is set. Throws PASSWORD_TOO_SHORT, with the
 * instance's `minimum`, or PASSWORD_COMMON for what is guessed first: a frequent password, also in other capitals or
 * with digits and signs after it, one character over and over, or the person's own user name.
 */
export async function newPasswordHash(password: string, username: string): Promise<string> {
  const minimum = await getSetting("passwordMinimumLength");
  if ([...password].length < minimum) throw new AppError("PASSWORD_TOO_SHORT", { minimum });
  if (await isGuessedFirst(password, username)) throw new AppError("PASSWORD_COMMON");
  return hashPassword(password);
}

async function isGuessedFirst(password: string, username: string): Promise<boolean> {
  const common = await commonPasswords();
  const lower = password.toLowerCase();
  const word = lower.replace(/[^\p{L}]+$/u, "");
  return (
    common.has(lower) ||
    (word.length >= wordLength && common.has(word)) ||
    new Set(lower).size === 1 ||
    lower === username.toLowerCase()
  );
}
