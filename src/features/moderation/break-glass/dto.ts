import type { UserSummary } from "@/features/users/dto";

export type GlassStatus = "requested" | "active" | "refused" | "ended";

/** An administrator's leave to read one conversation. */
export type Grant = {
  id: string;
  conversationId: string;
  requestedBy: UserSummary;
  decidedBy: UserSummary | null;
  reason: string;
  minutes: number;
  status: GlassStatus;
  createdAt: string;
  startedAt: string | null;
  expiresAt: string | null;
};
