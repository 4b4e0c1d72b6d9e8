import { expect, it } from "vitest";
import type { ConversationSummary } from "./dto";
import { filterConversations } from "./filter-conversations";

const named = (name: string, username?: string) =>
  ({
    name,
    counterpart: username ? { id: username, username, displayName: name } : null,
  }) as ConversationSummary;
const all = [named("José Álvarez", "jalvarez"), named("Design team"), named("Team lunch"), named("مجموعة")];
const found = (query: string) =>
  filterConversations(all, query, (c) => c.name ?? "").map((conversation) => conversation.name);

it.each([
  ["", all.map((c) => c.name)],
  ["  ", all.map((c) => c.name)],
  ["jose alv", ["José Álvarez"]],
  ["JALVAREZ", ["José Álvarez"]],
  ["team", ["Design team", "Team lunch"]],
  ["lunch team", ["Team lunch"]],
  ["مجمو", ["مجموعة"]],
  ["nobody", []],
])("finds by %j", (query, names) => {
  expect(found(query)).toEqual(names);
});
