import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { checkArchitecture } from "./architecture/check-architecture.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { modules, imports, violations } = await checkArchitecture(root);
for (const { rule, from, to, advice } of violations) console.error(`${rule}: ${from} → ${to}\n  ${advice}`);
console.log(`${modules} modules, ${imports} imports, ${violations.length} against the rules`);
process.exitCode = violations.length > 0 ? 1 : 0;
