import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import type { AuditFilter } from "../input";
import { getManifest, getPublicKey } from "./list-exports";
import { openExport } from "./open-export";

const run = promisify(execFile);
let admin: Actor;
const audit = () => callAs(admin).admin.audit;

/** Downloads an export to its end. */
async function download(filter: AuditFilter, format: "ndjson" | "csv") {
  const { id } = await audit().startExport({ filter, format });
  const { fileName, content } = await openExport(actorContext(admin), id);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return { id, fileName, text: Buffer.concat(chunks).toString() };
}

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
  const entry = (n: number) => ({
    action: n % 2 === 0 ? "user.approved" : "user.rejected",
    actorId: admin.id,
    targetType: "user",
    targetId: String(n),
    reason: n === 7 ? '=HYPERLINK("https://evil.example","x")' : `number ${n}, “said”\nso`,
    after: { n },
  });
  await database()
    .db.insert(auditEntries)
    .values(Array.from({ length: 2_500 }, (_, n) => entry(n)));
});

describe("an export", () => {
  const filter = { action: "user.rejected" };

  it("holds exactly what the filter shows, in its order, over many readings", async () => {
    const { text } = await download(filter, "ndjson");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(1_250);
    const shown: number[] = [];
    for (let cursor: { at: string; id: number } | null = null; ; ) {
      const page: Awaited<ReturnType<ReturnType<typeof audit>["list"]>> = await audit().list({
        filter,
        cursor,
        limit: 200,
      });
      shown.push(...page.entries.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(lines.map(({ id }) => id)).toEqual(shown);
    expect(lines[0]).toMatchObject({
      action: "user.rejected",
      actorUsername: admin.username,
      severity: "security",
    });
  });

  it("disarms in CSV what a spreadsheet would run", async () => {
    const { text } = await download({ ...filter, targetType: "user", targetId: "7" }, "csv");
    expect(text.split("\r\n")[0]).toContain("id,at,action,severity,actorId");
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
    expect(text).not.toContain(",=");
  });

  it("is downloaded once, by whoever started it", async () => {
    const { id } = await audit().startExport({ filter, format: "csv" });
    const other = await createUser({ role: "admin" });
    expect(await outcomeOf(openExport(actorContext(other), id))).toBe("NOT_FOUND");
    expect(await outcomeOf(openExport(actorContext(await createUser()), id))).toBe("FORBIDDEN");
    expect(await outcomeOf(openExport({ ...actorContext(admin), actor: null }, id))).toBe("UNAUTHENTICATED");
    expect(await outcomeOf(openExport(actorContext(admin), "nonsense"))).toBe("NOT_FOUND");
    expect(await outcomeOf(openExport(actorContext(admin), id))).toBe("ok");
    expect(await outcomeOf(openExport(actorContext(admin), id))).toBe("ALREADY_DONE");
    expect(await outcomeOf(getManifest(actorContext(admin), id))).toBe("NOT_FOUND");
  });

  it("is audited, at its beginning and with the file's digest at its end", async () => {
    const { id } = await download(filter, "ndjson");
    const [manifest] = (await getManifest(actorContext(admin), id)).manifest.split("\n");
    const rows = await database().db.select().from(auditEntries).where(eq(auditEntries.targetId, id));
    expect(rows).toMatchObject([
      { action: "audit.exported", actorId: admin.id, after: { format: "ndjson", filter } },
      {
        action: "audit.export-finished",
        after: { entries: 1_250, sha256: JSON.parse(manifest ?? "").sha256 },
      },
    ]);
    const [listed] = await audit().exports();
    expect(listed).toMatchObject({
      id,
      finished: { entries: 1_250 },
      createdBy: { name: admin.displayName },
    });
  });
});

describe("the outside script", () => {
  it("accepts what was exported, and nothing else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "offchat-export-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { id, fileName, text } = await download({}, "csv");
    const { manifest } = await getManifest(actorContext(admin), id);
    const write = (name: string, content: string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const file = write(fileName, text);
    const key = write("key.pem", getPublicKey(actorContext(admin)));
    const signed = write("manifest", manifest);
    const script = async (...parameters: string[]) => {
      const { stdout } = await run("sh", ["docs/verify-audit-export.sh", ...parameters]).catch(
        (error) => error,
      );
      return stdout as string;
    };
    const { keyId } = await audit().chain();
    expect(await script(file, signed, key)).toContain(`GOOD: ${file} is what was exported\nkey: ${keyId}`);

    const changed = write("changed.csv", text.replace("number 9,", "number 8,"));
    expect(await script(changed, signed, key)).toMatch(/^BAD: .* is not the file that was signed/);
    const forged = write("forged", manifest.replace('"entries":', '"entries":1'));
    expect(await script(file, forged, key)).toMatch(/^BAD: the manifest was not signed/);
    await run("openssl", ["genpkey", "-algorithm", "ed25519", "-out", join(folder, "other.key")]);
    const otherKey = join(folder, "other.pem");
    await run("openssl", ["pkey", "-in", join(folder, "other.key"), "-pubout", "-out", otherKey]);
    expect(await script(file, signed, otherKey)).toMatch(/^BAD: the manifest was not signed/);
  });
});
