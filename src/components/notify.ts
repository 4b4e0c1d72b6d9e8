"use client";

import type { ExternalToast } from "sonner";

/** How long a notice offers to take back what it tells of, in milliseconds. */
export const undoOfferedMs = 10_000;

/** Shows a passing notice. Its code is loaded with the first one. */
export async function notify(
  kind: "success" | "info" | "warning" | "error",
  text: string,
  options?: ExternalToast,
): Promise<void> {
  const { toast } = await import("sonner");
  toast[kind](text, options);
}
