import { spawnSync } from "node:child_process";
import { platform } from "node:os";
import { ExplainedError } from "@/lib/explained-error";

/** The unprivileged account of the operating system under which root runs PostgreSQL. */
export interface Account {
  uid: number;
  gid: number;
}

const NAME = "offchat";

/**
 * PostgreSQL refuses to run as root. Started by root, it runs under an account of its own, created when missing;
 * started by anyone else it simply runs as that user (null).
 */
export function requirePostgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (platform() !== "linux") {
    throw new ExplainedError(
      "On this system root cannot run the embedded PostgreSQL: start OffChat as an ordinary user, or set DATABASE_URL.",
    );
  }
  const existing = lookUp();
  if (existing) return existing;
  const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  const { stderr, error } = spawnSync("useradd", [...options, "--home-dir", "/nonexistent", NAME], {
    encoding: "utf8",
  });
  // Another start may have created it at the same time: what counts is that it is there.
  const created = lookUp();
  if (created) return created;
  throw new ExplainedError(
    `Root cannot run PostgreSQL and the account "${NAME}" could not be created ` +
      `(${error?.message ?? stderr.trim()}): create it, start OffChat as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp(): Account | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, NAME], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : Number.NaN;
  });
  return uid && gid ? { uid, gid } : null;
}
