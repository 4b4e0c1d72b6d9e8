import { describe, expect, it } from "vitest";
import type { OwnSession } from "./dto";
import { withUse } from "./own-sessions";

const session = (id: string, lastUsedAt: string): OwnSession => ({
  ...{ id, lastUsedAt, createdAt: "2026-01-01T00:00:00.000Z", current: false },
  ...{ client: "browser", method: "password", ip: "198.51.100.7", country: "DE" },
  device: { browser: null, system: null },
});
const desk = session("desk", "2026-01-01T10:00:00.000Z");
const phone = session("phone", "2026-01-01T09:00:00.000Z");
const used = { id: "phone", ip: "203.0.113.9", country: "FR", lastUsedAt: "2026-01-01T11:00:00.000Z" };

describe("the list of own sessions, when one of them is used", () => {
  it("says where and when, with the last used first", () => {
    expect(withUse([desk, phone], used)).toEqual([{ ...phone, ...used }, desk]);
  });

  it("is the same after an event that came twice or late", () => {
    const now = withUse([desk, phone], used);
    expect(withUse(now, used)).toEqual(now);
    expect(withUse(now, { ...used, ip: "192.0.2.1", lastUsedAt: desk.lastUsedAt })).toEqual(now);
  });

  it("knows nothing of a session that it does not hold", () => {
    expect(withUse([desk], used)).toEqual([desk]);
  });
});
