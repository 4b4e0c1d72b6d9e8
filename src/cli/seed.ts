import { parseArgs } from "node:util";
import { describeSeed } from "@/features/transfer/server/describe-seed";
import { seedDemo } from "@/features/transfer/server/seed-demo";
import { systemContext } from "@/server/trpc/request-context";
import { runTool } from "@/supervisor/run-tool";

const usage = `Usage: npm run seed [-- --force]

  Fills an empty instance with a small demo company to try things out.
  --force  also where other people have accounts; the demo's people then get a random password`;

const force = parseForce();
await runTool(async () => {
  console.log(describeSeed(await seedDemo(systemContext(), { force })));
  return 0;
});

function parseForce(): boolean {
  try {
    const { values } = parseArgs({
      options: { force: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return values.force;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
