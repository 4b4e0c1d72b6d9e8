import { PersonButton } from "@/features/conversations/ui/person-card/person-button";
import { useOpenPersonCard } from "@/features/conversations/ui/person-card/person-card-context";
import { cn } from "@/lib/cn";
import type { Mentions } from "../../dto";

export type MentionNames = Map<string, { label: string; own: boolean; userId?: string }>;

/** Whom a message addresses, by the names that stand in its text. */
export function mentionNames({ users, everyone }: Mentions, ownId: string): MentionNames {
  const names: MentionNames = new Map(
    users.map((u) => [u.username.toLowerCase(), { label: u.displayName, own: u.id === ownId, userId: u.id }]),
  );
  if (everyone) {
    names.set("here", { label: "here", own: true });
    names.set("all", { label: "all", own: true });
  }
  return names;
}

/** Somebody's name in a text that calls them, and the way to who they are; stronger where it is the reader. */
export function MentionChip({ label, own, userId }: { label: string; own: boolean; userId?: string }) {
  const look = cn("rounded font-medium", own ? "bg-primary px-1 text-primary-foreground" : "text-primary");
  const cards = useOpenPersonCard() !== null;
  if (!userId || !cards) return <bdi className={look}>@{label}</bdi>;
  return (
    <PersonButton person={{ id: userId, displayName: label }} className={look}>
      <bdi>@{label}</bdi>
    </PersonButton>
  );
}
