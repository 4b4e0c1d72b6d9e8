import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/server/env";

const cipher = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/** A key for one purpose, derived from the instance's secret: the database alone does not hold it. */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", `offchat ${purpose}`, 32));
}

/**
 * Encrypts something that is stored, for one purpose and one owner: moved to another row it cannot be opened.
 * @param owner an id that the row keeps
 */
export function sealSecret(secret: Uint8Array, purpose: string, owner: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, keyFor(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([sealing.update(secret), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
}

/** Decrypts what `sealSecret` made. Returns null when it was changed, moved, or sealed with another secret. */
export function openSealed(sealed: Uint8Array, purpose: string, owner: string): Buffer | null {
  const bytes = Buffer.from(sealed);
  const nonce = bytes.subarray(0, nonceLength);
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength);
  try {
    const opening = createDecipheriv(cipher, keyFor(purpose), nonce, { authTagLength: tagLength });
    opening.setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([opening.update(bytes.subarray(nonceLength + tagLength)), opening.final()]);
  } catch {
    return null;
  }
}
