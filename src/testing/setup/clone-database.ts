import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { database } from "@/server/db/client";
import { publisher } from "@/server/realtime/publisher";
import { cloneDatabase } from "../test-database";
import { templateDatabase } from "./start-services";

/** Before each test file: a database of its own, and an environment that owes nothing to the machine. */
const services = inject("services");
const { url, drop } = await cloneDatabase(services.DATABASE_URL, templateDatabase);

for (const name of [
  ...["PORT", "HOST", "APP_URL", "PUBLIC_SOKETI_URL", "ADMIN_EMAIL", "ADMIN_PASSWORD"],
  ...["SMTP_URL", "SMTP_HOST", "SMTP_USER", "SMTP_PASSWORD", "MAIL_FROM"],
  ...["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
]) {
  delete process.env[name];
}
Object.assign(process.env, services, {
  DATABASE_URL: url,
  AUTH_SECRET: randomBytes(32).toString("hex"),
  AUDIT_SIGNING_KEY: randomBytes(32).toString("hex"),
  LOG_LEVEL: "silent",
  WORKER: "off",
});

afterAll(async () => {
  await publisher().stop();
  await database().close();
  await drop();
});
