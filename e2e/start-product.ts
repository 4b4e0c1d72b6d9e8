import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { variables } from "../src/server/env";
import { listenForMail } from "../src/testing/mail-server";
import { startOidcProvider } from "../src/testing/oidc-provider";
import { keepMail } from "./mail";
import { administrator } from "./product";

/** The first start may build. */
const patience = 600_000;

/** Starts the product as `npm start` does, once for all tests, on a scratch data folder. Returns how to stop it. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "offchat-e2e-"));
  const mailDir = mkdtempSync(join(tmpdir(), "offchat-e2e-mail-"));
  const mail = await listenForMail((received) => keepMail(mailDir, received));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const provider = await startOidcProvider(url);
  // Empty counts as not set, and keeps a developer's `.env` away.
  const neutral = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, ""]));
  const product = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ...neutral,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: url,
      OFFCHAT_DATA_DIR: dataDir,
      SMTP_URL: mail.url,
      MAIL_FROM: "OffChat <chat@example.org>",
      // Stories come from addresses of their own, as through a proxy.
      TRUSTED_PROXIES: "127.0.0.1, ::1",
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "Test ID",
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: "warn",
    },
  });
  const stop = async () => {
    if (product.exitCode === null && product.signalCode === null) {
      product.kill("SIGTERM");
      await once(product, "exit");
    }
    await Promise.all([mail.close(), provider.close()]);
    rmSync(dataDir, { recursive: true, force: true });
    rmSync(mailDir, { recursive: true, force: true });
  };
  try {
    await serving(product, url);
  } catch (error) {
    await stop();
    throw error;
  }
  Object.assign(process.env, { E2E_URL: url, E2E_DATA_DIR: dataDir, E2E_MAIL_DIR: mailDir });
  return stop;
}

async function serving(product: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (product.exitCode !== null) throw new Error(`The product ended with exit code ${product.exitCode}`);
    if (Date.now() > deadline) throw new Error("The product did not start in time");
    await delay(100);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}
