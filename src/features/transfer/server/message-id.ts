import { createHash } from "node:crypto";

/**
 * A UUIDv7 (RFC 9562) that the same input always gives: 48 bits of the message's time, then the first 74
 * bits of the SHA-256 of `identity` where a clock-made one has random bits.
 * @param at milliseconds since 1970, not negative
 * @param identity everything that makes the message this one and no other
 */
export function deterministicMessageId(at: number, identity: readonly string[]): string {
  // As JSON, so that no two lists of texts look alike.
  const hash = createHash("sha256").update(JSON.stringify(identity)).digest();
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at, 0, 6);
  hash.copy(bytes, 6, 0, 10);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
