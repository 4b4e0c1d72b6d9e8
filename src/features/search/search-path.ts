import { searchRoot } from "@/features/conversations/conversation-path";

export type SearchOrder = "relevance" | "newest";

/** What an address of the search screen asks for. */
export type SearchAddress = { query: string; order: SearchOrder; conversationId: string | null };

export function searchPath({
  query = "",
  order = "relevance",
  conversationId,
}: Partial<SearchAddress>): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  if (order !== "relevance") parameters.set("order", order);
  if (conversationId) parameters.set("in", conversationId);
  return parameters.size > 0 ? `${searchRoot}?${parameters}` : searchRoot;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readSearchAddress(parameters: Pick<URLSearchParams, "get">): SearchAddress {
  const conversationId = parameters.get("in");
  return {
    query: (parameters.get("q") ?? "").slice(0, 200),
    order: parameters.get("order") === "newest" ? "newest" : "relevance",
    conversationId: conversationId && uuid.test(conversationId) ? conversationId : null,
  };
}
