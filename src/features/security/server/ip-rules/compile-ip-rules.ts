import ipaddr from "ipaddr.js";
import { type Address, parseAddress, parseNetwork } from "@/server/http/network";

export type IpRuleEntry = {
  id: string;
  network: string;
  kind: "block" | "allow";
  /** in milliseconds since 1970; null: never */
  expiresAt: number | null;
};

/** What the rules say of an address: the block that holds it back, unless an allowance covers it. */
export type Verdict = { blockedBy: string | null; allowedBy: string | null };

const nothing: Verdict = { blockedBy: null, allowedBy: null };

/**
 * Makes rules quick to ask: for each length of network one look-up, whatever the number of rules.
 * An allowance always wins over a block, however narrow.
 */
export function compileIpRules(rules: IpRuleEntry[]): (ip: string, now: number) => Verdict {
  const byLength = new Map<string, Map<string, IpRuleEntry[]>>();
  for (const rule of rules) {
    const parsed = parseNetwork(rule.network);
    if (!parsed) continue;
    const [address, bits] = parsed;
    const length = `${address.kind()} ${bits}`;
    const networks = byLength.get(length) ?? new Map<string, IpRuleEntry[]>();
    const key = prefixOf(address, bits);
    networks.set(key, [...(networks.get(key) ?? []), rule]);
    byLength.set(length, networks);
  }
  const lengths = [...byLength].map(([length, networks]) => {
    const [kind, bits] = length.split(" ");
    return { kind, bits: Number(bits), networks };
  });
  return (ip, now) => {
    const address = parseAddress(ip);
    if (!address) return nothing;
    const matching = lengths
      .filter(({ kind }) => kind === address.kind())
      .flatMap(({ bits, networks }) => networks.get(prefixOf(address, bits)) ?? [])
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
    const allowedBy = matching.find(({ kind }) => kind === "allow")?.id ?? null;
    const block = matching.find(({ kind }) => kind === "block");
    return { allowedBy, blockedBy: allowedBy ? null : (block?.id ?? null) };
  };
}

/** The first `bits` bits of an address, as text. */
function prefixOf(address: Address, bits: number): string {
  const bytes = address.toByteArray();
  const whole = bits >> 3;
  const rest = bits & 7;
  const head = bytes.slice(0, whole);
  if (rest > 0) head.push((bytes[whole] ?? 0) & (0xff << (8 - rest)) & 0xff);
  return head.join(".");
}

/** Whether an address is this machine's own. */
export function isLoopback(ip: string): boolean {
  return ipaddr.isValid(ip) && ipaddr.process(ip).range() === "loopback";
}
