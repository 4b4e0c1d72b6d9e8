import { describe, expect, it } from "vitest";
import { localPath } from "./local-path";

describe("where a link may lead on to", () => {
  it.each(["/", "/c", "/c/0190/7?q=a%20b", "/join/secret", "/admin/audit?kind=user#part"])(
    "is a path of this site: %s",
    (path) => expect(localPath(path, "/")).toBe(path.split("#")[0]),
  );

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example",
    "/..//evil.example/",
    "/.//evil.example/",
    "/%2e//evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    " /c",
    "c",
    "",
    null,
    undefined,
  ])("is nothing else: %j", (wanted) => expect(localPath(wanted, "/home")).toBe("/home"));
});
