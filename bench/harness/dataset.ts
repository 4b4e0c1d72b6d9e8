import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { largePassword } from "@/features/transfer/large/password";
import { type Client, signIn } from "./client";
import { administrator, type Product, startProduct } from "./product";

/** Each size is made once, and kept below `.data/bench` for as long as what makes it stays the same. */
export type DatasetSize = { people: number; messages: number };

/** The data folder with this dataset; makes it first where it is missing. */
async function requireDataset(size: DatasetSize, say: (text: string) => void): Promise<string> {
  const folder = resolve(".data", "bench", `large-${size.people}-${size.messages}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  say(
    `making ${size.messages.toLocaleString("en")} messages of ${size.people.toLocaleString("en")} people, once`,
  );
  const parameters = [
    "--size",
    "large",
    "--people",
    String(size.people),
    "--messages",
    String(size.messages),
  ];
  const seeding = spawn(process.execPath, ["scripts/tool.mjs", "seed", ...parameters], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, OFFCHAT_DATA_DIR: unfinished },
  });
  const [code] = await once(seeding, "exit");
  if (code !== 0) throw new Error("The dataset could not be made");
  renameSync(unfinished, folder);
  return folder;
}

export type OpenedDataset = Product & {
  /** Somebody of the dataset, signed in. */
  as: (username: string) => Promise<Client>;
};

/** The product on a dataset, without limits on how much one address may ask. */
export async function openDataset(size: DatasetSize, say: (text: string) => void): Promise<OpenedDataset> {
  const product = await startProduct({ dataDir: await requireDataset(size, say) });
  try {
    await liftLimits(product.url);
  } catch (error) {
    await product.stop();
    throw error;
  }
  return { ...product, as: (username) => signIn(product.url, username, largePassword) };
}

/** Sets every rate limit to its highest: what is measured is the work, not the refusals. */
async function liftLimits(url: string): Promise<void> {
  const admin = await signIn(url, administrator.login, administrator.password);
  await admin.call("admin.settings.update", {
    signInsPerMinute: 10_000,
    messagesPerMinute: 100_000,
    searchesPerMinute: 10_000,
    requestsPerMinute: 1_000_000,
  });
}

/** Changes with what fills the tables. The tables themselves are brought up to date whenever the product starts. */
function fingerprint(): string {
  const folder = "src/features/transfer/large";
  const hash = createHash("sha256");
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith(".ts") && !file.endsWith(".test.ts")) hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
