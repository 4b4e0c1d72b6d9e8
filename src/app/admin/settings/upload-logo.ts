"use server";

import { logoBytesMaximum } from "@/features/settings/logo/logo-limits";
import { type ErrorCode, errorCodes } from "@/lib/error-codes";
import { caller } from "@/trpc/rsc";

type Outcome = { ok: true } | { ok: false; code: ErrorCode; details: Record<string, string | number> };

const details = { kilobytes: logoBytesMaximum / 1024 };

/** Takes a file as the instance's logo. */
export async function uploadLogo(form: FormData): Promise<Outcome> {
  const file = form.get("logo");
  if (!(file instanceof File)) return { ok: false, code: "LOGO_TYPE", details };
  if (file.size > logoBytesMaximum) return { ok: false, code: "LOGO_TOO_LARGE", details };
  const picture = Buffer.from(await file.arrayBuffer()).toString("base64");
  try {
    await (await caller()).admin.settings.saveLogo({ picture });
    return { ok: true };
  } catch (error) {
    // A refusal's message is its code.
    const code = errorCodes.find((each) => error instanceof Error && error.message === each);
    if (!code) throw error;
    return { ok: false, code, details };
  }
}
