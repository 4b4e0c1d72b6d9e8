import { cn } from "@/lib/cn";
import type { Mentions } from "../../dto";

export type MentionNames = Map<string, { label: string; own: boolean }>;

/** Whom a message addresses, by the names that stand in its text. */
export function mentionNames({ users, everyone }: Mentions, ownId: string): MentionNames {
  const names: MentionNames = new Map(
    users.map((u) => [u.username.toLowerCase(), { label: u.displayName, own: u.id === ownId }]),
  );
  if (everyone) {
    names.set("here", { label: "here", own: true });
    names.set("all", { label: "all", own: true });
  }
  return names;
}

/** Somebody's name in a text that calls them; stronger where it is the reader. */
export function MentionChip({ label, own }: { label: string; own: boolean }) {
  return (
    <bdi
      className={cn("rounded font-medium", own ? "bg-primary px-1 text-primary-foreground" : "text-primary")}
    >
      @{label}
    </bdi>
  );
}
