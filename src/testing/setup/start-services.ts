import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/server/db/migrate";
import { prepareJobs } from "@/server/jobs/prepare-jobs";
import type { ServiceEnvironment } from "@/supervisor/service-environment";
import { startServices } from "@/supervisor/services";
import { jobs } from "@/worker/registry";

declare module "vitest" {
  interface ProvidedContext {
    /** How tests reach the PostgreSQL and the Soketi that were started for this run. */
    services: ServiceEnvironment;
  }
}

/** The migrated database from which each test file gets its own copy. */
export const templateDatabase = "offchat_template";

/** Before all tests: a real PostgreSQL and a real Soketi in a scratch folder, whatever this machine's environment says. */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "offchat-test-"));
  const services = await startServices({ dataDir, durable: false, environment: {} });
  const stop = async () => {
    await services.stop(true);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await createTemplate(services.environment.DATABASE_URL);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("services", services.environment);
  return stop;
}

async function createTemplate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(`create database ${templateDatabase}`);
  await sql.end();
  const template = new URL(url);
  template.pathname = templateDatabase;
  await migrateDatabase(template.href, "drizzle");
  await prepareJobs(template.href, jobs);
}
