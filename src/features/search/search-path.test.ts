import { expect, it } from "vitest";
import { readSearchAddress, searchPath } from "./search-path";

const id = "01890000-0000-7000-8000-000000000001";

it.each([
  { query: "", order: "relevance", conversationId: null },
  { query: 'from:ada "東京 & co"', order: "newest", conversationId: id },
] as const)("$query is read as it was written", (address) => {
  expect(readSearchAddress(new URL(searchPath(address), "http://localhost").searchParams)).toEqual(address);
});

it("takes nothing that is no address of a search", () => {
  expect(readSearchAddress(new URLSearchParams({ in: "x'; drop", order: "oldest" }))).toEqual({
    query: "",
    order: "relevance",
    conversationId: null,
  });
});
