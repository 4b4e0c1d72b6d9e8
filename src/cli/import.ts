import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sourceValue } from "@/features/transfer/input";
import { describeOutcome, describeProgress } from "@/features/transfer/server/describe-import";
import { importMessages } from "@/features/transfer/server/import-messages";
import { showProgress } from "@/features/transfer/server/show-progress";
import { ExplainedError } from "@/lib/explained-error";
import { systemContext } from "@/server/trpc/request-context";
import { runTool } from "@/supervisor/run-tool";

const usage = `Usage: npm run import -- --format jsonl [--source NAME] FILE

  FILE      one JSON object a line, as it is or packed with gzip; - for standard input
  --format  jsonl
  --source  names the system that the file comes from (small letters, digits, hyphens); jsonl by default.
            The same nickname from another source is another person.`;

const { path, source } = parseCommand();
await runTool(async ({ dataDir, signal }) => {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  const progress = showProgress(process.stderr);
  const stamp = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
  const outcome = await importMessages(systemContext(), {
    path,
    source,
    problemsPath: join(dataDir, "imports", `problems-${stamp}.txt`),
    signal,
    onProgress: (now) => progress.show(describeProgress(now, elapsed())),
  }).finally(progress.end);
  const { text, exitCode } = describeOutcome(outcome, elapsed());
  console.log(text);
  return exitCode;
});

function parseCommand(): { path: string; source: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: "string", default: "jsonl" },
        source: { type: "string", default: "jsonl" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (values.format !== "jsonl") throw new ExplainedError(`The format ${values.format} is not known.`);
    const source = sourceValue.safeParse(values.source);
    if (!source.success) throw new ExplainedError(`${values.source} cannot name a source.`);
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new ExplainedError("Name one file.");
    // npm runs scripts in the project's folder and says where it was called.
    const path = file === "-" ? file : resolve(process.env.INIT_CWD ?? process.cwd(), file);
    return { path, source: source.data };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
