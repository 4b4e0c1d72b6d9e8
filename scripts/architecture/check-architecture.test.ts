import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { features, runtime, types } from "../../.dependency-cruiser.mjs";
import { checkArchitecture } from "./check-architecture.mjs";

/** A product in miniature that keeps every rule. */
const sound = {
  "lib/pure.ts": "export const pure = 1;",
  "server/db/client.ts": "export const database = 1;",
  "server/db/transaction.ts":
    'import "@/server/realtime/publisher"; import "./client"; export const transaction = 1;',
  "server/realtime/publisher.ts": "export const publisher = 1;",
  "server/trpc/init.ts": "export const router = 1;",
  "features/ants/input.ts": 'import "@/lib/pure"; export const input = 1;',
  "features/ants/dto.ts": "export type Ant = 1;",
  "features/ants/router.ts": 'import "@/server/trpc/init"; import "./input"; import "./server/list-ants";',
  "features/ants/server/list-ants.ts": 'import "@/server/db/transaction"; import type { Ant } from "../dto";',
  "features/ants/ui/ant-list.tsx":
    'import { trpc } from "@/trpc/react"; import "@/components/card"; export const AntList = () => <p>{trpc}</p>;',
  "features/bees/dto.ts": 'import type { Ant } from "@/features/ants/dto"; export type Bee = Ant;',
  "features/bees/ui/hive.tsx": 'import "@/features/ants/ui/ant-list"; export const Hive = () => <></>;',
  "features/bees/server/list-bees.ts": 'import "@/features/ants/server/list-ants";',
  "components/card.tsx": 'import "@/lib/pure"; export const Card = () => <hr />;',
  "trpc/root.ts": 'import "@/features/ants/router"; export type AppRouter = 1; export const root = 1;',
  "trpc/react.tsx": 'import type { AppRouter } from "./root"; export const trpc = 1 as AppRouter;',
  "trpc/rsc.ts": 'import "./root";',
  "app/page.tsx": 'import "@/trpc/rsc"; import "@/features/bees/ui/hive"; export default () => <main />;',
  "app/api/auth/route.ts": 'import "@/features/ants/server/list-ants";',
  "worker/worker.ts": 'import "@/server/realtime/publisher"; import "@/features/ants/server/list-ants";',
  "testing/factories.ts": 'import "@/features/ants/server/list-ants"; import "@/trpc/root";',
  "server.ts": 'import "@/worker/worker"; import "@/trpc/root";',
};

/** For each rule, one file that breaks it and no other. */
const planted: Record<string, { file: string; source: string }> = {
  "lib-imports-nothing": {
    file: "lib/ant-name.ts",
    source: 'import type { Ant } from "@/features/ants/dto"; export const name = (ant: Ant) => ant;',
  },
  "nobody-imports-app": { file: "server.ts", source: 'import "@/app/page";' },
  "server-knows-no-feature": {
    file: "server/ants.ts",
    source: 'export type { Ant } from "@/features/ants/dto";',
  },
  "components-know-no-feature": {
    file: "components/ant-card.tsx",
    source:
      'import type { Ant } from "@/features/ants/dto"; export const AntCard = (ant: Ant) => <b>{ant}</b>;',
  },
  "features-below-composition": {
    file: "features/ants/server/count-ants.ts",
    source: 'import type { AppRouter } from "@/trpc/root"; export type Count = AppRouter;',
  },
  "screens-call-procedures": {
    file: "features/ants/ui/ant-count.tsx",
    source: 'import type { list } from "../server/list-ants"; export type Count = typeof list;',
  },
  "pages-read-through-procedures": {
    file: "app/ants/page.tsx",
    source: 'import "@/features/ants/server/list-ants"; export default () => <main />;',
  },
  "compositions-apart": { file: "worker/registry.ts", source: 'import "@/trpc/root";' },
  "routers-call-use-cases": { file: "features/ants/admin-router.ts", source: 'import "@/server/db/client";' },
  "transactions-publish": {
    file: "features/ants/server/add-ant.ts",
    source: 'import { publisher } from "@/server/realtime/publisher"; publisher;',
  },
  "features-form-no-knot": {
    file: "features/ants/server/feed-ants.ts",
    source: 'import type { Bee } from "@/features/bees/dto"; export type Food = Bee;',
  },
  "product-without-tests": {
    file: "features/ants/server/fake-ants.ts",
    source: 'import "@/testing/fake";',
  },
  "client-safe": {
    file: "features/ants/events.ts",
    source: 'export * from "./name-ant";',
  },
  "no-import-cycles": {
    file: "lib/pure.ts",
    source: 'import { pure } from "./pure-too"; export { pure };',
  },
};

/** What some planted files need beside them. */
const accomplices = {
  "client-safe": { "features/ants/name-ant.ts": 'import "@/server/trpc/init";' },
  "no-import-cycles": { "lib/pure-too.ts": 'import "./pure"; export const pure = 1;' },
  "product-without-tests": { "testing/fake.ts": "export const fake = 1;" },
} as Record<string, Record<string, string>>;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "offchat-planted-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function rulesBrokenBy(files: Record<string, string>): Promise<string[]> {
  for (const [name, source] of Object.entries(files)) {
    const path = join(root, "src", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
  const { violations } = await checkArchitecture(root);
  expect(violations.every((each) => each.advice.length > 20)).toBe(true);
  return [...new Set(violations.map((each) => each.rule))];
}

describe("the architecture's rules", { timeout: 180_000 }, () => {
  it("each have a planted violation", () => {
    const names = [...types, ...runtime, ...features].map((rule) => rule.name);
    expect(Object.keys(planted).sort()).toEqual(names.sort());
  });

  it("say nothing of a sound product", async () => {
    expect(await rulesBrokenBy(sound)).toEqual([]);
  });

  it.each(Object.entries(planted))("notice: %s", async (rule, { file, source }) => {
    expect(await rulesBrokenBy({ ...sound, ...accomplices[rule], [file]: source })).toEqual([rule]);
  });

  it("hold for this product, all of which they see", async () => {
    const { modules, imports, violations } = await checkArchitecture(process.cwd());
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThan(100);
    expect(imports).toBeGreaterThan(modules);
  });

  it("are not silent when they see nothing", async () => {
    mkdirSync(join(root, "src"));
    await expect(checkArchitecture(root)).rejects.toThrow("No modules seen");
  });
});
