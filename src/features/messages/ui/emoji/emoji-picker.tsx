"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from "react";
import { ErrorState } from "@/components/error-state";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { cn } from "@/lib/cn";
import { loadEmojis, searchEmojis } from "../../emoji/emoji-catalogue";

/** Unicode's groups that people send, each with the emoji that stands for it. */
const groups = [
  [0, "😀"],
  [1, "👋"],
  [3, "🐻"],
  [4, "🍎"],
  [5, "🚗"],
  [6, "⚽"],
  [7, "💡"],
  [8, "❤️"],
  [9, "🏁"],
] as const;
const columns = 8;
const foundLimit = 80;

/** Every emoji, by group or by name. One tab stop for the grid; the arrow keys move within it. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations("chat.emoji");
  const locale = useLocale();
  const [text, setText] = useState("");
  const [group, setGroup] = useState<number>(0);
  const query = useDeferredValue(text.trim());
  const { data, error, refetch } = useQuery({
    queryKey: ["emojis", locale],
    queryFn: () => loadEmojis(locale),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = useMemo(
    () => (query ? searchEmojis(data ?? [], query, foundLimit) : data?.filter((e) => e.group === group)),
    [data, query, group],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rtl = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };

  return (
    <div className="grid gap-2">
      <Input
        type="search"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const best = shown?.[0];
          if (event.key !== "Enter" || !query || !best) return;
          event.preventDefault();
          onPick(best.text);
        }}
        aria-label={t("search")}
        placeholder={t("search")}
      />
      <div role="toolbar" aria-label={t("groups")} className="flex justify-between">
        {groups.map(([number, sign]) => (
          <button
            key={number}
            type="button"
            aria-label={t(`group.${number}`)}
            title={t(`group.${number}`)}
            aria-pressed={!query && group === number}
            onClick={() => {
              setText("");
              setGroup(number);
            }}
            className={cn("size-8 rounded-md hover:bg-accent", !query && group === number && "bg-accent")}
          >
            {sign}
          </button>
        ))}
      </div>
      {error ? (
        <ErrorState title={t("failed")} onRetry={() => void refetch()} />
      ) : !shown ? (
        <Spinner className="mx-auto my-20" />
      ) : (
        <fieldset
          aria-label={t("emojis")}
          onKeyDown={onKeyDown}
          className="grid h-56 grid-cols-8 content-start overflow-y-auto overscroll-contain"
        >
          {shown.map((emoji, index) => (
            <button
              key={emoji.text}
              type="button"
              tabIndex={index === 0 ? 0 : -1}
              aria-label={emoji.label}
              title={[emoji.label, ...emoji.shortcodes.map((code) => `:${code}:`)].join(" ")}
              onClick={() => onPick(emoji.text)}
              className="flex aspect-square items-center justify-center rounded-md text-xl hover:bg-accent focus-visible:bg-accent"
            >
              {emoji.text}
            </button>
          ))}
          {shown.length === 0 && <p className="col-span-8 p-4 text-muted-foreground text-sm">{t("none")}</p>}
        </fieldset>
      )}
    </div>
  );
}
