import type { UserSummary } from "@/features/users/dto";

/** A message that waits for a moderator, with nothing of the conversation around it. */
export type HeldMessage = {
  id: string;
  author: UserSummary;
  conversation: { kind: "direct" | "group"; name: string | null };
  body: string;
  /** The rule that it met. */
  found: string;
  forwarded: boolean;
  createdAt: string;
};

export type HeldPage = { held: HeldMessage[]; nextCursor: { createdAt: string; id: string } | null };
