import type { ConversationRole } from "./dto";

type Membership = { kind: "direct" | "group"; role: ConversationRole };

export const canAddMembers = (c: Membership) => c.kind === "group" && c.role !== "member";

/** Somebody must stay responsible: owners stay. */
export const canLeave = (c: Membership) => c.kind === "group" && c.role !== "owner";
