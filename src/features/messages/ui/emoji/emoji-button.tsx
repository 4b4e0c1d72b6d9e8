import { SmilePlusIcon } from "lucide-react";
import type { ComponentProps } from "react";

export function EmojiButton({ label, ...props }: { label: string } & ComponentProps<"button">) {
  return (
    <button type="button" aria-haspopup="dialog" {...props} aria-label={label} title={label}>
      <SmilePlusIcon aria-hidden="true" />
    </button>
  );
}
