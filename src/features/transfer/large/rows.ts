import { conversationDrawer, knownPeople, type LargePlan } from "./plan";
import { at, randomNumbers } from "./random";
import { textMaker } from "./words";

/** The span of time over which the messages are spread, in milliseconds. */
const span = 3 * 365 * 86_400_000;

/** An id of version 7 (RFC 9562) with this time and this number: the same in every run, in the order of time. */
function numberedId(at: number, number: number): string {
  const time = Math.floor(at).toString(16).padStart(12, "0");
  const low = number.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${low}`;
}

const beginning = Date.UTC(2020, 0, 1);
const personId = (person: number) => numberedId(beginning, person + 1);
const conversationId = (conversation: number) => numberedId(beginning + 1, conversation + 1);

const personName = (person: number) => knownPeople[person]?.username ?? `person${person}`;

/** Rows of `users` (id, username, display_name, email, password_hash, status, created_at). */
export function* peopleRows({ people }: LargePlan, passwordHash: string): Generator<unknown[]> {
  for (let person = 0; person < people; person++) {
    const name = personName(person);
    const createdAt = new Date(beginning + person * 60_000).toISOString();
    yield [
      personId(person),
      name,
      `Person ${person}`,
      `${name}@large.example`,
      passwordHash,
      "active",
      createdAt,
    ];
  }
}

/** Rows of `conversations` (id, kind, visibility, name, direct_key, last_seq, revision, last_activity_at, created_at). */
export function* conversationRows(plan: LargePlan, now: number): Generator<unknown[]> {
  const createdAt = new Date(beginning + 1).toISOString();
  for (let i = 0; i < plan.members.length; i++) {
    const isGroup = i < plan.groups;
    const pair = isGroup ? null : (plan.members[i] ?? []).map(personId).sort().join(":");
    const count = at(plan.counts, i);
    const lastAt = new Date(now - i * 60_000).toISOString();
    yield [
      ...[conversationId(i), isGroup ? "group" : "direct", isGroup && i % 4 === 0 ? "public" : "private"],
      ...[isGroup ? `Group ${i}` : null, pair, count, count, lastAt, createdAt],
    ];
  }
}

/** Rows of `conversation_members` (conversation_id, user_id, role, last_read_seq, joined_at). */
export function* memberRows(plan: LargePlan): Generator<unknown[]> {
  const random = randomNumbers(3);
  const joinedAt = new Date(beginning + 1).toISOString();
  for (const [i, members] of plan.members.entries()) {
    const count = at(plan.counts, i);
    for (const [position, person] of members.entries()) {
      const role = position === 0 && i < plan.groups ? "owner" : "member";
      const unread = random() < 0.7 ? 0 : Math.floor(random() * Math.min(200, count));
      yield [conversationId(i), personId(person), role, count - unread, joinedAt];
    }
  }
}

/** Rows of `messages` (id, conversation_id, seq, revision, author_id, body, created_at), in the order of time. */
export function* messageRows(plan: LargePlan, now: number): Generator<unknown[]> {
  const random = randomNumbers(4);
  const nextText = textMaker(random);
  const nextConversation = conversationDrawer(plan);
  const seqs = new Int32Array(plan.members.length);
  const step = span / plan.messages;
  for (let i = 0; i < plan.messages; i++) {
    const conversation = nextConversation();
    const seq = at(seqs, conversation) + 1;
    seqs[conversation] = seq;
    const members = plan.members[conversation] as number[];
    // A few people say most.
    const author = members[Math.floor(members.length * random() ** 2)] as number;
    const time = now - span + step * i;
    yield [
      ...[numberedId(time, i), conversationId(conversation), seq, seq, personId(author), nextText()],
      new Date(time).toISOString(),
    ];
  }
}
