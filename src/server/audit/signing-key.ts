import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { env } from "@/server/env";

/** What stands before the 32 bytes of a private Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

/** The instance's own key pair (Ed25519): vouches for the audit chain and for what is exported of it. */
export function signingKey() {
  const seed = Buffer.from(env().AUDIT_SIGNING_KEY, "hex");
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(privateKey);
  return {
    /** SHA-256 of the public key in DER, as `openssl pkey -pubin -outform DER | sha256sum` prints it */
    id: fingerprint(publicKey),
    publicPem: publicKey.export({ format: "pem", type: "spki" }).toString(),
    sign: (content: string | Uint8Array): Buffer => sign(null, Buffer.from(content), privateKey),
    verifies: (content: string | Uint8Array, signature: Uint8Array): boolean =>
      verify(null, Buffer.from(content), publicKey, signature),
  };
}

function fingerprint(key: KeyObject): string {
  return createHash("sha256")
    .update(key.export({ format: "der", type: "spki" }))
    .digest("hex");
}
