import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runCommand } from "../../scripts/run-command.mjs";

/** What pages are compared and judged with; too much to install for everybody, so it is fetched when it is needed. */
const dependencies = { thelounge: "4.4.3", "converse.js": "14.0.0", lighthouse: "12.8.2" };

/** Installs the programs from npm, once, and says where their packages lie. */
export async function requireNpmPeers(say: (text: string) => void): Promise<string> {
  const folder = resolve(".data", "bench", "peers");
  const modules = join(folder, "node_modules");
  if (Object.keys(dependencies).every((name) => existsSync(join(modules, name, "package.json"))))
    return modules;
  say(`fetching ${Object.keys(dependencies).join(", ")}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  await runCommand(
    "npm",
    ["install", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: folder,
      failure: "The programs to compare with could not be fetched.",
    },
  );
  return modules;
}
