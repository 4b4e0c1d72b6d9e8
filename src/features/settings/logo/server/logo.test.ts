import { and, desc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { instanceLogo } from "@/server/db/schema/settings";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { startMailServer } from "@/testing/mail-server";
import { until } from "@/testing/realtime-client";
import { runJobs } from "@/testing/run-jobs";
import { logoBytesMaximum } from "../logo-limits";
import { saveLogo } from "./change-logo";
import { forgetLogo, readLogoFile } from "./get-logo";

let admin: Actor;
beforeAll(async () => {
  admin = await createUser({ role: "admin" });
});
afterEach(async () => {
  await database().db.delete(instanceLogo);
  forgetLogo();
});

const picture = (width = 800, height = 400) =>
  sharp({ create: { width, height, channels: 4, background: "#0f6e7a" } });
const save = (bytes: Uint8Array) =>
  saveLogo(actorContext(admin), { picture: Buffer.from(bytes).toString("base64") });
const publicLogo = async () => (await callAs(null).settings.public()).logo;
const fileAt = async (address: string) =>
  (await readLogoFile(/([0-9a-f]{64})\.png$/.exec(address)?.[1] ?? "")) as Uint8Array;

describe("a logo", () => {
  it.each(["png", "jpeg", "webp"] as const)(
    "is made of a %s, in the sizes that are shown",
    async (format) => {
      await save(await picture().toFormat(format).toBuffer());
      const logo = await publicLogo();
      if (!logo) throw new Error("no logo");
      const [small, large] = await Promise.all(
        [logo.small, logo.large].map(async (each) => sharp(await fileAt(each)).metadata()),
      );
      expect(small).toMatchObject({ format: "png", width: 96, height: 48 });
      expect(large).toMatchObject({ format: "png", width: 512, height: 256 });
    },
  );

  it("keeps nothing that the file says besides the picture, nor what hangs on to it", async () => {
    const secret = "somebody's camera";
    const exif = { IFD0: { Copyright: secret, ImageDescription: "<script>alert(1)</script>" } };
    const tagged = await picture().withExif(exif).jpeg().toBuffer();
    expect(tagged.includes(secret)).toBe(true);
    // Also a page to browsers that guess, and an archive to those that read from the end.
    const polyglot = Buffer.concat([tagged, Buffer.from("<html><script>alert(1)</script></html>PK\x05\x06")]);
    await save(polyglot);
    const logo = await publicLogo();
    for (const address of [logo?.small, logo?.large]) {
      const stored = Buffer.from(await fileAt(address ?? ""));
      expect(stored.subarray(1, 4).toString()).toBe("PNG");
      for (const trace of [secret, "script", "PK\x05\x06"]) expect(stored.includes(trace)).toBe(false);
    }
  });

  it.each([
    [
      "an SVG",
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "LOGO_TYPE",
    ],
    ["a page", async () => Buffer.from("<html>"), "LOGO_TYPE"],
    ["a GIF", async () => picture(10, 10).gif().toBuffer(), "LOGO_TYPE"],
    ["nothing", async () => Buffer.alloc(0), "LOGO_TYPE"],
    ["a file that is too large", async () => Buffer.alloc(logoBytesMaximum + 1), "LOGO_TOO_LARGE"],
    ["half a picture", async () => (await picture().png().toBuffer()).subarray(0, 200), "LOGO_UNREADABLE"],
    [
      "a picture that unfolds",
      async () => picture(5_000, 5_000).png({ palette: true }).toBuffer(),
      "LOGO_UNREADABLE",
    ],
  ])("is not made of %s", async (_what, bytes, code) => {
    expect(await outcomeOf(save(await bytes()))).toBe(code);
    expect(await publicLogo()).toBeNull();
  });

  it("is removed, and each change stands in the audit log with before and after", async () => {
    await save(await picture().png().toBuffer());
    const logo = await publicLogo();
    await callAs(admin).admin.settings.removeLogo();
    expect(await publicLogo()).toBeNull();
    expect(await fileAt(logo?.large ?? "")).toBeNull();
    const entries = await database()
      .db.select({ before: auditEntries.before, after: auditEntries.after })
      .from(auditEntries)
      .where(and(eq(auditEntries.targetType, "settings"), eq(auditEntries.targetId, "logo")))
      .orderBy(desc(auditEntries.id))
      .limit(2);
    expect(entries).toEqual([
      { before: logo?.large, after: null },
      { before: null, after: logo?.large },
    ]);
  });

  it("that another process saved is shown within two seconds", async () => {
    expect(await publicLogo()).toBeNull();
    const row = { hash: "0".repeat(64), png: new Uint8Array([1]), width: 1, height: 1 };
    await database()
      .db.insert(instanceLogo)
      .values([
        { ...row, size: "small" },
        { ...row, size: "large", hash: "1".repeat(64) },
      ]);
    const started = performance.now();
    await until(async () => (await publicLogo()) !== null, "the logo");
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("stands in mail", async () => {
    const mail = await startMailServer();
    await save(await picture().png().toBuffer());
    await callAs(admin).admin.users.inviteByEmail({ email: "logo@example.org" });
    await runJobs("mail.send");
    expect((await mail.mailTo("logo@example.org")).html).toContain((await publicLogo())?.small);
    await mail.close();
  });
});
