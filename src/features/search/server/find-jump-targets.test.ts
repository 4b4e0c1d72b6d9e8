import { describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";

describe("findJumpTargets", () => {
  it("finds people and groups by resembling names, and no private group of others", async () => {
    const me = await createUser();
    const zoe = await createUser({ username: "zoe.quimby", displayName: "Zoë Quimby" });
    await createGroup(zoe, [], { name: "Quimby private" });
    const open = await createGroup(zoe, [], { name: "Quimby public", visibility: "public" });
    const found = await callAs(me).search.jumpTargets({ query: "qiumby" });
    expect(found.people.map((p) => p.id)).toEqual([]);
    const close = await callAs(me).search.jumpTargets({ query: "quimbi" });
    expect(close.people.map((p) => p.id)).toEqual([zoe.id]);
    expect(close.groups).toEqual([{ id: open.id, name: "Quimby public", joined: false }]);
  });

  it.each([
    ["accents", "José Núñez", "jose"],
    ["accents typed", "Jose Nunez", "núñez"],
    ["Cyrillic", "Екатерина Смирнова", "смирн"],
    ["Greek", "Γιώργος Παπαδόπουλος", "παπαδοπουλος"],
    ["Arabic", "ليلى حداد", "حداد"],
    ["Hebrew", "נועה לוי", "נועה"],
    ["Devanagari", "प्रिया शर्मा", "शर्मा"],
    ["Chinese, inside a name", "王小明", "小明"],
    ["Japanese, one character", "田中さくら", "中"],
    ["Korean, inside a name", "김서연", "서연"],
    ["Thai, inside a name", "สมชายใจดี", "ใจดี"],
  ])("finds people and groups by %s", async (_, displayName, query) => {
    const me = await createUser();
    const them = await createUser({ displayName });
    const { id } = await createGroup(them, [me], { name: displayName });
    const found = await callAs(me).search.jumpTargets({ query });
    expect(found.people.map((p) => p.id)).toContain(them.id);
    expect(found.groups).toContainEqual({ id, name: displayName, joined: true });
  });

  it("finds nothing by signs alone, and takes them literally", async () => {
    const me = await createUser();
    const odd = await createGroup(me, [], { name: "100%_done" });
    expect(await callAs(me).search.jumpTargets({ query: "@" })).toEqual({ people: [], groups: [] });
    const { groups } = await callAs(me).search.jumpTargets({ query: "100%_" });
    expect(groups.map((g) => g.id)).toEqual([odd.id]);
  });
});
