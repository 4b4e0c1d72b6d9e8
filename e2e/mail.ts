import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import type { ReceivedMail } from "../src/testing/mail-server";

/** Lays a mail down where tests, which run in other processes, find it. */
export function keepMail(folder: string, mail: ReceivedMail): void {
  const name = join(folder, v7());
  writeFileSync(name, JSON.stringify(mail));
  renameSync(name, `${name}.json`);
}
