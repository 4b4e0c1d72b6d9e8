import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";

/**
 * Adds the variables of the project's `.env` to the environment of this process; what is set already wins. Only
 * programs call it, so that a test never meets the address of somebody's real database.
 */
export function loadEnvFile(): void {
  const file = join(projectRoot(), ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
