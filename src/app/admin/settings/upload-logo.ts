"use server";

import { saveLogo } from "@/features/settings/logo/server/change-logo";
import type { ErrorCode } from "@/lib/error-codes";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import { headersContext } from "@/trpc/headers-context";

export type LogoOutcome =
  | { ok: true }
  | { ok: false; code: ErrorCode; details: Record<string, string | number> };

/** Takes a file as the instance's logo. */
export async function uploadLogo(form: FormData): Promise<LogoOutcome> {
  const ctx = await headersContext();
  const { actor } = ctx;
  if (!actor || !can(actor, "settings.manage")) return { ok: false, code: "FORBIDDEN", details: {} };
  const file = form.get("logo");
  if (!(file instanceof File)) return { ok: false, code: "LOGO_TYPE", details: {} };
  try {
    await saveLogo({ ...ctx, actor }, new Uint8Array(await file.arrayBuffer()));
    return { ok: true };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, details: error.details };
  }
}
