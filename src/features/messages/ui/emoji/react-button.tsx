"use client";

import { useTranslations } from "next-intl";
import { useOnDemand } from "@/components/use-on-demand";
import { actionButton } from "../actions/action-button";
import { EmojiButton } from "./emoji-button";

const load = () => import("./opened-react-button").then((m) => m.OpenedReactButton);

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
  const { Opened, trigger } = useOnDemand(load);
  const look = { label: label ?? t("react"), className };
  return Opened ? <Opened {...look} onPick={onPick} /> : <EmojiButton {...look} {...trigger} />;
}
