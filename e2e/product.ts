import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The administrator that the product makes by itself on its first start. */
export const administrator = {
  email: "admin@example.org",
  login: "admin@example.org",
  password: "the administrator's password",
};

/** What the set-up tells the tests' processes through the environment. */
function fromSetup(name: "E2E_URL" | "E2E_DATA_DIR" | "E2E_MAIL_DIR"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the product is started by e2e/start-product.ts`);
  return value;
}

/** Where the product runs that all tests share. */
export const productUrl = () => fromSetup("E2E_URL");

/** How the product reaches its services. */
function services(): Record<string, string> {
  return JSON.parse(readFileSync(join(fromSetup("E2E_DATA_DIR"), "run", "services.json"), "utf8"));
}

/** The key, public by design, that clients of the realtime server name. */
export const realtimeKey = () => services().SOKETI_APP_KEY ?? "";

/** The product's database, for what only somebody with power over it could do. */
export const databaseUrl = () => services().DATABASE_URL ?? "";

/** Kills one of the product's processes the hard way; its supervisor starts it again. */
export async function killProcess(name: "soketi" | "web"): Promise<void> {
  const record = join(fromSetup("E2E_DATA_DIR"), "run", `${name}.json`);
  process.kill(JSON.parse(readFileSync(record, "utf8")).pid, "SIGKILL");
}

/** Where the mail lies that the product has sent. */
export const mailFolder = () => fromSetup("E2E_MAIL_DIR");
