import { expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, testPassword } from "@/testing/factories";
import { nameThings } from "./name-things";

it("names people and groups, and nobody who was deleted: every page says so in its reader's language", async () => {
  const [ada, ben] = await Promise.all([createUser({ displayName: "Ada" }), createUser()]);
  const group = await createGroup(ada, [], { name: "Kitchen" });
  await callAs(ben).account.delete({ currentPassword: testPassword, messages: "keep" });
  const nameOf = await nameThings([
    { type: "user", id: ada.id },
    { type: "user", id: ben.id },
    { type: "conversation", id: group.id },
  ]);
  expect(nameOf("user", ada.id)).toBe("Ada");
  expect(nameOf("user", ben.id)).toBeNull();
  expect(nameOf("conversation", group.id)).toBe("Kitchen");
});
