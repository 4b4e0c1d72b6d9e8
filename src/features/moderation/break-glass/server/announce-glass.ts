import type { Transaction } from "@/server/db/transaction";
import { type GlassChanged, glassChanged, glassChannel } from "../events";

/** Tells whoever may read private conversations that a request has another state now. */
export function announceGlass(tx: Transaction, grantId: string): void {
  tx.emit({ channels: [glassChannel], name: glassChanged, data: { grantId } satisfies GlassChanged });
}
