import { parseArgs } from "node:util";
import { largePassword } from "@/features/transfer/large/password";
import { type LargeSize, largeSize, scaledTo } from "@/features/transfer/large/plan";
import { describeSeed } from "@/features/transfer/server/describe-seed";
import { seedDemo } from "@/features/transfer/server/seed-demo";
import { seedLarge } from "@/features/transfer/server/seed-large";
import { showProgress } from "@/features/transfer/server/show-progress";
import { ExplainedError } from "@/lib/explained-error";
import { systemContext } from "@/server/trpc/request-context";
import { runTool } from "@/supervisor/run-tool";

const usage = `Usage: npm run seed [-- --force]
       npm run seed -- --size large [--people N] [--messages N]

  Fills an empty instance with a small demo company to try things out.
  --force     also where other people have accounts; the demo's people then get a random password
  --size      large: 100,000 people and 10 million messages, for measuring. Needs gigabytes of space and many minutes.
  --people    how many people the large company has, with a share of the conversations
  --messages  how many messages it has`;

const options = parseOptions();
await runTool(({ signal }) => (options.large ? fillLarge(options.size, signal) : fillDemo(options.force)));

async function fillDemo(force: boolean): Promise<number> {
  console.log(describeSeed(await seedDemo(systemContext(), { force })));
  return 0;
}

async function fillLarge(size: LargeSize, signal: AbortSignal): Promise<number> {
  const started = performance.now();
  const progress = showProgress(process.stderr);
  const outcome = await seedLarge(systemContext(), size, { signal, onProgress: progress.show }).finally(
    progress.end,
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  const number = (value: number) => value.toLocaleString("en");
  console.log(
    `${number(outcome.people)} people, ${number(outcome.memberships)} memberships and ${number(outcome.messages)} ` +
      `messages in ${seconds} seconds.\nSign in as member10, member24, member100 or member1000 (so many conversations ` +
      `each) or person4 and up; password of all: ${largePassword}`,
  );
  return 0;
}

function parseOptions(): { large: boolean; force: boolean; size: LargeSize } {
  try {
    const { values } = parseArgs({
      options: {
        force: { type: "boolean", default: false },
        size: { type: "string", default: "small" },
        people: { type: "string", default: String(largeSize.people) },
        messages: { type: "string", default: String(largeSize.messages) },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (values.size !== "small" && values.size !== "large")
      throw new ExplainedError("--size is small or large.");
    const people = wholeNumber("--people", values.people, 100, 1_000_000);
    const messages = wholeNumber("--messages", values.messages, 1, 100_000_000);
    return { large: values.size === "large", force: values.force, size: scaledTo(people, messages) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ExplainedError(`${name} is a whole number from ${least} to ${most.toLocaleString("en")}.`);
}
