import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const tests = ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"];
/** Where server code is tested: on a real PostgreSQL and a real Soketi. All other tests need nothing but Node. */
const withServices = [
  "src/{server,supervisor,worker,cli,trpc,rest,testing}/**/*.test.ts",
  "src/features/**/server/**/*.test.ts",
  "src/*.test.ts",
];

export default defineConfig({
  resolve: {
    alias: {
      "@": path("./src"),
      // Next provides the real one, which refuses to be bundled for browsers.
      "server-only": path("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "pure", include: tests, exclude: withServices, testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: "services",
          include: withServices,
          globalSetup: ["src/testing/setup/start-services.ts"],
          setupFiles: ["src/testing/setup/clone-database.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
