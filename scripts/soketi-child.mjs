import { createRequire } from "node:module";

// Runs Soketi and ends with the process that started it, however that one ended.
process.on("disconnect", () => process.exit(1));
createRequire(import.meta.url)("@soketi/soketi/bin/server.js");
