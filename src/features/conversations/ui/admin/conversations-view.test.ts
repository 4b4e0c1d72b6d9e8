import { expect, it } from "vitest";
import { listAllConversationsInput } from "../../admin-input";
import { conversationsHref, listInput, readConversationsView } from "./conversations-view";

const view = (search: string) => readConversationsView(new URLSearchParams(search));

it("asks for what the address says, and for what is in use where it says nothing", () => {
  expect(listAllConversationsInput.parse(listInput(view("")))).toMatchObject({
    state: "living",
    sort: "created",
    direction: "descending",
  });
  const search = "kind=group&member=ada&members=5&state=deleted&q=zebra&sort=activity";
  expect(listAllConversationsInput.parse(listInput(view(search)))).toMatchObject({
    query: "zebra",
    kind: "group",
    member: "ada",
    minimumMembers: 5,
    state: "deleted",
    sort: "activity",
    direction: "ascending",
  });
  expect(conversationsHref(view(search))).toBe(`/admin/conversations?${search}`);
});

it("leaves out what makes no sense", () => {
  expect(view("state=gone&members=-1&messages=x&from=monday&sort=name").filters).toEqual({});
});
