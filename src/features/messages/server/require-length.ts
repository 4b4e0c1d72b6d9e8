import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";

/** Throws MESSAGE_TOO_LONG, with the instance's limit, for a text beyond it. */
export async function requireLength(body: string): Promise<void> {
  const maximum = await getSetting("messageMaximumLength");
  if (body.length > maximum) throw new AppError("MESSAGE_TOO_LONG", { maximum });
}
