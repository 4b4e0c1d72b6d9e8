import { PersonButton } from "@/features/conversations/ui/person-card/person-button";
import { useOpenPersonCard } from "@/features/conversations/ui/person-card/person-card-context";
import type { UserSummary } from "@/features/users/dto";
import { cn } from "@/lib/cn";
import type { Mentions } from "../../dto";

type Mentioned = { label: string; own: boolean; person?: UserSummary };
export type MentionNames = Map<string, Mentioned>;

/** Whom a message addresses, by the names that stand in its text. */
export function mentionNames(
  { users, everyone }: Mentions,
  ownId: string,
  personName: (person: UserSummary) => string,
): MentionNames {
  const names: MentionNames = new Map(
    users.map((person) => [
      person.username.toLowerCase(),
      { label: personName(person), own: person.id === ownId, person },
    ]),
  );
  if (everyone) {
    names.set("here", { label: "here", own: true });
    names.set("all", { label: "all", own: true });
  }
  return names;
}

/** Somebody's name in a text that calls them, and the way to who they are; stronger where it is the reader. */
export function MentionChip({ label, own, person }: Mentioned) {
  const look = cn("rounded font-medium", own ? "bg-primary px-1 text-primary-foreground" : "text-primary");
  const cards = useOpenPersonCard() !== null;
  if (!person || !cards) return <bdi className={look}>@{label}</bdi>;
  return (
    <PersonButton person={person} className={look}>
      <bdi>@{label}</bdi>
    </PersonButton>
  );
}
