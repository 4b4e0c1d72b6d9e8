// The fast verdict, for every commit: gates two at a time, then the tests that need no services.
import { gates, runGates } from "./gates.mjs";
import { prepare } from "./prepare.mjs";

const fastTests = {
  title: "fast tests",
  program: "node_modules/vitest/vitest.mjs",
  parameters: ["run", "--project=pure", "--reporter=dot", "src/"],
};

await prepare({ development: true }, async (root) => {
  const checked = await runGates(root, gates);
  const tested = await runGates(root, [fastTests]);
  const failed = checked.failed + tested.failed;
  console.log(failed === 0 ? "All checks passed." : `${failed} of ${gates.length + 1} checks failed.`);
  process.exitCode = failed === 0 ? 0 : 1;
});
