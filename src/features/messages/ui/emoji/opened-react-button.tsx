"use client";

import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { EmojiButton } from "./emoji-button";
import { EmojiPicker } from "./emoji-picker";

/** The button with the picker that it opens; open at first. */
export function OpenedReactButton({
  onPick,
  label,
  className,
}: {
  onPick: (emoji: string) => void;
  label: string;
  className: string;
}) {
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <EmojiButton label={label} className={className} />
      </PopoverTrigger>
      <PopoverContent className="w-80 p-2" align="end" aria-label={label}>
        <EmojiPicker
          onPick={(emoji) => {
            setOpen(false);
            onPick(emoji);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
