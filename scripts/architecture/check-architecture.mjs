import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import { features, runtime, types } from "../../.dependency-cruiser.mjs";
import { mirrorSources } from "./mirror-sources.mjs";

/** @typedef {{ rule: string; from: string; to: string; advice: string }} Violation */

/**
 * Checks the sources below `root`/src against the rules of `.dependency-cruiser.mjs`.
 * @param {string} root
 * @returns {Promise<{ modules: number; imports: number; violations: Violation[] }>}
 */
export async function checkArchitecture(root) {
  const all = await cruiseSources(root, types, { keepTypes: true });
  const atRunTime = await cruiseSources(root, runtime, { keepTypes: false });
  const alone = await cruiseSources(root, features, { keepTypes: true, only: "features" });
  return { ...all, violations: [all, atRunTime, alone].flatMap((each) => each.violations) };
}

/** @param {string} mirrored */
const original = (mirrored) => mirrored.replace(/\.js$/, "");

/**
 * @param {string} root
 * @param {import("dependency-cruiser").IForbiddenRuleType[]} rules
 * @param {import("./mirror-sources.mjs").MirrorOptions} options
 */
async function cruiseSources(root, rules, options) {
  const mirror = realpathSync(mkdtempSync(join(tmpdir(), "offchat-architecture-")));
  try {
    await mirrorSources(root, mirror, options);
    const { output } = await cruise(
      ["src"],
      {
        baseDir: mirror,
        validate: true,
        ruleSet: { forbidden: rules.map((rule) => ({ severity: "error", ...rule })) },
      },
      { alias: { "@": join(mirror, "src") }, extensions: [".ts.js", ".tsx.js", ".js"], bustTheCache: true },
    );
    if (typeof output === "string") throw new Error(output);
    const modules = output.modules.filter((each) => each.source.startsWith("src/"));
    if (modules.length === 0) throw new Error(`No modules seen below ${root}/src`);
    return {
      modules: modules.length,
      imports: modules.flatMap((each) => each.dependencies).filter((each) => each.resolved.startsWith("src/"))
        .length,
      violations: output.summary.violations.map(({ rule, from, to, cycle }) => ({
        rule: rule.name,
        from: original(from),
        to: cycle ? cycle.map((each) => original(each.name)).join(" → ") : original(to),
        advice: rules.find((each) => each.name === rule.name)?.comment ?? "",
      })),
    };
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}
