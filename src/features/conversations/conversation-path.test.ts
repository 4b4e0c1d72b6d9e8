import { expect, it } from "vitest";
import {
  conversationPath,
  detailsPath,
  messagePath,
  parseConversationPath,
  searchRoot,
} from "./conversation-path";

const id = "01890000-0000-7000-8000-000000000001";
const nothing = { conversationId: null, seq: null, replySeq: null, details: false, search: false };

it.each([
  ["/c", {}],
  ["/c/", {}],
  [searchRoot, { search: true }],
  [conversationPath(id), { conversationId: id }],
  [messagePath(id, 12), { conversationId: id, seq: 12 }],
  [messagePath(id, 12, 3), { conversationId: id, seq: 12, replySeq: 3 }],
  [detailsPath(id), { conversationId: id, details: true }],
])("reads %s", (path, route) => {
  expect(parseConversationPath(path)).toEqual({ ...nothing, ...route });
});

it.each([
  "/",
  "/x",
  "/c/general",
  "/c/search/2",
  `/c/${id}/0`,
  `/c/${id}/-1`,
  `/c/${id}/1e3`,
  `/c/${id}/1/0`,
  `/c/${id}/1/x`,
  `/c/${id}/1/2/3`,
  `/c/${id}/details/2`,
  `/d/${id}`,
])("knows nothing of %s", (path) => {
  expect(parseConversationPath(path)).toBeNull();
});
