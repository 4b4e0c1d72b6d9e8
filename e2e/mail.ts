import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { v7 } from "uuid";
import type { ReceivedMail } from "../src/testing/mail-server";
import { mailFolder } from "./product";

/** Lays a mail down where tests, which run in other processes, find it. */
export function keepMail(folder: string, mail: ReceivedMail): void {
  const name = join(folder, v7());
  writeFileSync(name, JSON.stringify(mail));
  renameSync(name, `${name}.json`);
}

/** The mail that somebody got, in order. */
function mailOf(address: string): ReceivedMail[] {
  return readdirSync(mailFolder())
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(mailFolder(), name), "utf8")) as ReceivedMail)
    .filter(({ to }) => to.toLowerCase() === address.toLowerCase());
}

/** Waits for a mail to somebody with this subject; returns the last one. */
export async function mailTo(address: string, subject: string): Promise<ReceivedMail> {
  const find = () =>
    mailOf(address)
      .filter((mail) => mail.subject === subject)
      .at(-1);
  await expect.poll(find, `mail to ${address}: ${subject}`).toBeTruthy();
  return find() as ReceivedMail;
}

/** Where the button of such a mail leads. */
export async function linkTo(address: string, subject: string): Promise<string> {
  const [link] = (await mailTo(address, subject)).links;
  if (!link) throw new Error(`"${subject}" has no link`);
  return link;
}
