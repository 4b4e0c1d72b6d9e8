import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { deliver } from "./deliver";
import type { Benchmark } from "./harness/benchmark";
import { printOutcome } from "./harness/print-outcome";
import { history } from "./history";
import { lists } from "./lists";
import { page } from "./page";
import { reconnect } from "./reconnect";
import { search } from "./search";
import { send } from "./send";
import { sidebar } from "./sidebar";
import { start } from "./start";

const benchmarks: Record<string, Benchmark> = {
  send,
  deliver,
  reconnect,
  history,
  search,
  sidebar,
  lists,
  start,
  page,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});
const names = positionals.length > 0 ? positionals : [];
const unknown = names.filter((name) => !(name in benchmarks));
if (names.length === 0 || unknown.length > 0) {
  console.error(
    `Usage: npm run bench -- NAME … [--quick] [--json]\n\n  NAME     ${Object.keys(benchmarks).join(", ")}\n` +
      "  --quick  seconds each, for the correctness checks alone: the figures then mean nothing\n" +
      "  --json   also keeps the result in bench/results/",
  );
  process.exit(2);
}

let failed = false;
for (const name of names) {
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}\n`);
  const outcome = await (benchmarks[name] as Benchmark)({
    quick: values.quick,
    say: (text) => console.error(`  … ${text}`),
  });
  console.log(printOutcome(outcome));
  failed ||= outcome.checks.some(({ holds }) => !holds);
  if (values.json) keep(name, outcome);
}
// Wrong answers and lost work fail; slowness does not.
process.exit(failed ? 1 : 0);

function keep(name: string, outcome: object) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = { processors: cpus().length, model: cpus()[0]?.model, node: process.version };
  mkdirSync("bench/results", { recursive: true });
  writeFileSync(
    `bench/results/${date}-${name}.json`,
    `${JSON.stringify({ name, date, machine, ...outcome }, null, 2)}\n`,
  );
}
