"use client";

import { SmilePlusIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { actionButton } from "../actions/action-button";

const EmojiPicker = dynamic(() => import("./emoji-picker").then((m) => m.EmojiPicker), { ssr: false });

/** Opens the emoji picker; picking closes it. */
export function ReactButton({
  onPick,
  label,
  className = actionButton,
}: {
  onPick: (emoji: string) => void;
  label?: string;
  className?: string;
}) {
  const t = useTranslations("chat.message");
  const [open, setOpen] = useState(false);
  const name = label ?? t("react");
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger type="button" className={className} aria-label={name} title={name}>
        <SmilePlusIcon aria-hidden="true" />
      </PopoverTrigger>
      <PopoverContent className="w-80 p-2" align="end" aria-label={name}>
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
