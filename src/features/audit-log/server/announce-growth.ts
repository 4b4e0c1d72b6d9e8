import type { ConsoleChannel } from "@/lib/console-channels";
import type { AuditTargetType } from "@/server/audit/audit-actions";
import type { SealedBatch } from "@/server/audit/seal-entries";
import type { Transaction } from "@/server/db/transaction";
import type { AuditEvents, GrowthEvents } from "../events";

const channel: ConsoleChannel = "private-console-audit";

/** Pages that show what entries are about. */
const others: { channel: ConsoleChannel; name: keyof GrowthEvents; about: AuditTargetType[] }[] = [
  { channel: "private-console-conversations", name: "conversations.changed", about: ["conversation"] },
  { channel: "private-console-people", name: "people.changed", about: ["user", "transfer"] },
  { channel: "private-console-sign-ins", name: "sessions.changed", about: ["session"] },
];

/**
 * Tells whoever looks at the audit log that there is more of it, and whoever looks at conversations, people or
 * sessions that some have changed: no change of theirs is without its entry, and however many there are, of all processes one tells of
 * them together.
 */
export function announceGrowth(tx: Transaction, { sealed, targets }: SealedBatch): void {
  const data: AuditEvents["audit.grown"] = { sealed };
  tx.emit({ channels: [channel], name: "audit.grown", data });
  for (const { channel, name, about } of others) {
    if (about.some((target) => targets.has(target))) tx.emit({ channels: [channel], name, data: {} });
  }
}
