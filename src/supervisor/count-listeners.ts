import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { platform } from "node:os";
import { promisify } from "node:util";

/** How many sockets listen on a TCP port of this machine, and how many of them belong to one process. */
export interface Listeners {
  total: number;
  own: number;
}

/**
 * Counts listeners. With SO_REUSEPORT several processes can share a port, none of which is told, and the kernel
 * deals the clients out among them: only the kernel's own table shows it.
 */
export function countListeners(port: number, pid: number): Promise<Listeners> {
  return platform() === "linux" ? countOnLinux(port, pid) : countWithLsof(port, pid);
}

async function countOnLinux(port: number, pid: number): Promise<Listeners> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((table) => readFile(table, "utf8").catch(() => "")),
  );
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const LISTEN = "0A";
  const inodes = tables
    .flatMap((table) => table.split("\n").slice(1))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => state === LISTEN && local?.endsWith(suffix))
    .map((fields) => `socket:[${fields[9]}]`);
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const open = await Promise.all(descriptors.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => "")));
  return { total: inodes.length, own: open.filter((target) => inodes.includes(target)).length };
}

async function countWithLsof(port: number, pid: number): Promise<Listeners> {
  const { stdout } = await promisify(execFile)("lsof", [
    "-nP",
    `-iTCP:${port}`,
    "-sTCP:LISTEN",
    "-Fpf",
  ]).catch(() => ({ stdout: "" }));
  let owner = 0;
  const owners: number[] = [];
  for (const line of stdout.split("\n")) {
    if (line.startsWith("p")) owner = Number(line.slice(1));
    if (line.startsWith("f")) owners.push(owner);
  }
  return { total: owners.length, own: owners.filter((each) => each === pid).length };
}
