import {
  isDay,
  isUsername,
  type ListView,
  type ListViewRules,
  readListView,
  writeListView,
} from "@/components/data-table/list-view";
import type { ConversationFilter, ListAllConversationsInput } from "../../admin-input";

export const conversationStates = ["living", "archived", "deleted", "all"] as const;

const isCount = (value: string) => /^[1-9]\d{0,4}$/.test(value);

/** What an address may say of the console's list of conversations. */
export const conversationsRules: ListViewRules = {
  filters: {
    state: conversationStates,
    kind: ["direct", "group"],
    visibility: ["public", "private"],
    member: isUsername,
    members: isCount,
    messages: isCount,
    from: isDay,
    to: isDay,
  },
  sorts: ["created", "activity"],
};

/** The view that an address says. */
export const readConversationsView = (parameters: { get(name: string): string | null }) =>
  readListView(parameters, conversationsRules);

/** The address of a view. */
export function conversationsHref(view: Partial<ListView>): string {
  const search = writeListView({ query: "", filters: {}, sort: null, ...view });
  return search ? `/admin/conversations?${search}` : "/admin/conversations";
}

/** Which conversations a view shows: those in use, unless it says otherwise. */
export function filterOf({ query, filters }: ListView): ConversationFilter {
  const count = (value: string | undefined) => (value ? Number(value) : undefined);
  return {
    query,
    state: (filters.state ?? "living") as ConversationFilter["state"],
    kind: filters.kind as ConversationFilter["kind"],
    visibility: filters.visibility as ConversationFilter["visibility"],
    member: filters.member,
    minimumMembers: count(filters.members),
    minimumMessages: count(filters.messages),
    createdFrom: filters.from,
    createdTo: filters.to,
  };
}

/** How a view orders them: the newest first, unless it says otherwise. */
function orderOf({ sort }: ListView): Pick<ListAllConversationsInput, "sort" | "direction"> {
  return {
    sort: sort?.column === "activity" ? "activity" : "created",
    direction: sort?.direction ?? "descending",
  };
}

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput(view: ListView, cursor: ListAllConversationsInput["cursor"] = null) {
  return { ...filterOf(view), ...orderOf(view), cursor, limit: 50 };
}
