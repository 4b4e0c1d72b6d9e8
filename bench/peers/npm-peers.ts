import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runCommand } from "../../scripts/run-command.mjs";

/** What pages are compared with: what these packages hold is served as it is, nothing of it runs here. */
const chats = { "the-lounge": "thelounge@4.5.2", converse: "converse.js@14.0.0" };
/** What judges pages. The newest version wants a newer Node. */
const judge = { lighthouse: "12.8.2" };

export type NpmPeers = {
  /** The folder of each package. */
  theLounge: string;
  converse: string;
  /** Lighthouse's folder of modules. */
  modules: string;
};

/** Fetches the programs from npm, once: too much to install for everybody. */
export async function requireNpmPeers(say: (text: string) => void): Promise<NpmPeers> {
  const folder = resolve(".data", "bench", "peers");
  mkdirSync(folder, { recursive: true });
  for (const [name, specification] of Object.entries(chats)) {
    if (existsSync(join(folder, name))) continue;
    say(`fetching ${specification}`);
    await unpack(folder, name, specification);
  }
  const modules = join(folder, "node_modules");
  if (!existsSync(join(modules, "lighthouse", "package.json"))) {
    say("fetching lighthouse");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: judge }));
    await npm(folder, "install", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund");
  }
  return { theLounge: join(folder, "the-lounge"), converse: join(folder, "converse"), modules };
}

/** Without what a package depends on: its pages hold that already. */
async function unpack(folder: string, name: string, specification: string) {
  const unfinished = join(folder, `${name}.unfinished`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  await npm(unfinished, "pack", specification);
  const archive = readdirSync(unfinished).find((file) => file.endsWith(".tgz")) ?? "";
  await runCommand("tar", ["xzf", archive], {
    cwd: unfinished,
    failure: `${specification} could not be unpacked.`,
  });
  renameSync(join(unfinished, "package"), join(folder, name));
  rmSync(unfinished, { recursive: true });
}

function npm(cwd: string, ...parameters: string[]) {
  const failure = "The programs to compare with could not be fetched.";
  return runCommand("npm", [...parameters, "--loglevel=error"], { cwd, failure });
}
