/** A hint to connected clients. Losing, doubling or reordering one must be harmless. */
export type RealtimeEvent = { channels: string[]; name: string; data: unknown };

/** An event with its row in the outbox. */
export type StoredEvent = RealtimeEvent & { id: number };
