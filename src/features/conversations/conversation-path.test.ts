import { expect, it } from "vitest";
import { conversationPath, detailsPath, messagePath, parseConversationPath } from "./conversation-path";

const id = "01890000-0000-7000-8000-000000000001";

it.each([
  ["/c", { conversationId: null, seq: null, details: false }],
  ["/c/", { conversationId: null, seq: null, details: false }],
  [conversationPath(id), { conversationId: id, seq: null, details: false }],
  [messagePath(id, 12), { conversationId: id, seq: 12, details: false }],
  [detailsPath(id), { conversationId: id, seq: null, details: true }],
])("reads %s", (path, route) => {
  expect(parseConversationPath(path)).toEqual(route);
});

it.each(["/", "/x", "/c/general", `/c/${id}/0`, `/c/${id}/-1`, `/c/${id}/1e3`, `/c/${id}/1/2`, `/d/${id}`])(
  "knows nothing of %s",
  (path) => {
    expect(parseConversationPath(path)).toBeNull();
  },
);
