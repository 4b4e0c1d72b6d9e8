import type { ConversationRole } from "@/features/conversations/dto";
import type { UserRole } from "@/features/users/dto";
import type { Message } from "./dto";

type Person = { id: string; role: UserRole };
type Membership = { kind: "direct" | "group"; role: ConversationRole };
type Written = Pick<Message, "author" | "kind" | "createdAt" | "deletedAt" | "forwardedFrom">;

/** How long a deletion can be taken back by who made it, in seconds. */
export const undeleteSeconds = 30;

const isAuthor = (person: Person, message: Written) => message.author.id === person.id;

/** Those who keep order: the instance's moderators, and in groups the owners and admins. */
const moderates = (person: Person, conversation: Membership) =>
  person.role !== "user" || (conversation.kind === "group" && conversation.role !== "member");

/** Forwarded texts are somebody else's words: they stay as they are. */
export const canEditMessage = (person: Person, message: Written) =>
  isAuthor(person, message) && message.kind === "text" && !message.deletedAt && !message.forwardedFrom;

/** What a message said before is for its author and those who keep order. */
export const canSeeRevisions = (person: Person, conversation: Membership, message: Written) =>
  !message.deletedAt && (isAuthor(person, message) || moderates(person, conversation));

/** Authors for a while, those who keep order always; what the system noted stays. */
export function canDeleteMessage(
  person: Person,
  conversation: Membership,
  message: Written,
  limits: { now: Date; windowMinutes: number },
): boolean {
  if (message.kind === "system" || message.deletedAt) return false;
  return moderates(person, conversation) || (isAuthor(person, message) && inWindow(message, limits));
}

function inWindow(message: Written, { now, windowMinutes }: { now: Date; windowMinutes: number }) {
  return now.getTime() - Date.parse(message.createdAt) <= windowMinutes * 60_000;
}

/** Who deleted it, for a few seconds. */
export const canUndeleteMessage = (
  person: Person,
  deletion: { deletedBy: string | null; deletedAt: Date },
  now: Date,
) =>
  deletion.deletedBy === person.id && now.getTime() - deletion.deletedAt.getTime() <= undeleteSeconds * 1000;

/** What somebody else said and is still there. */
export const canReportMessage = (person: Pick<Person, "id">, message: Written) =>
  message.author.id !== person.id && message.kind !== "system" && !message.deletedAt;

/** Both people of a direct conversation; in groups those who keep order. */
export const canPinMessages = (person: Person, conversation: Membership) =>
  conversation.kind === "direct" || moderates(person, conversation);

/** `@here` and `@all`: anybody in groups up to the size of the setting, those who keep order in larger ones. */
export const canMentionEveryone = (
  person: Person,
  conversation: Membership,
  group: { memberCount: number; maximumMembers: number },
) =>
  conversation.kind === "group" &&
  (group.memberCount <= group.maximumMembers || moderates(person, conversation));
