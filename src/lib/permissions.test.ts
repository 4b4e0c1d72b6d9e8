import { describe, expect, it } from "vitest";
import { can, canOpenConsole, permissions } from "./permissions";

describe("permissions", () => {
  it.each(permissions)("%s is an administrator's and never an ordinary person's", (permission) => {
    expect(can({ role: "admin" }, permission)).toBe(true);
    expect(can({ role: "user" }, permission)).toBe(false);
  });

  it("open the console to whoever has one", () => {
    expect(canOpenConsole({ role: "admin" })).toBe(true);
    expect(canOpenConsole({ role: "user" })).toBe(false);
    const moderates = permissions.some((permission) => can({ role: "moderator" }, permission));
    expect(canOpenConsole({ role: "moderator" })).toBe(moderates);
  });
});
