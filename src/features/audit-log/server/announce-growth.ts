import type { ConsoleChannel } from "@/lib/console-channels";
import type { Transaction } from "@/server/db/transaction";
import type { RealtimeEvent } from "@/server/realtime/event";
import type { AuditEvents } from "../events";

const channel: ConsoleChannel = "private-console-audit";

/** Tells whoever looks at the audit log that there is more of it. */
export function announceGrowth(tx: Transaction, sealed: number): void {
  const data: AuditEvents["audit.grown"] = { sealed };
  tx.emit({ channels: [channel], name: "audit.grown", data } satisfies RealtimeEvent);
}
