"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useCallback } from "react";
import { type Emoji, loadEmojis } from "../../emoji/emoji-catalogue";
import { replaceShortcodes } from "../../emoji/replace-shortcodes";

/** Turns `:shortcodes:` into emoji as they are typed. The first colon fetches their names. */
export function useShortcodes(): (text: string) => string {
  const queryClient = useQueryClient();
  const locale = useLocale();
  return useCallback(
    (text) => {
      if (!text.includes(":")) return text;
      const queryKey = ["emojis", locale];
      const emojis = queryClient.getQueryData<Emoji[]>(queryKey);
      if (emojis) return replaceShortcodes(text, emojis);
      void queryClient.prefetchQuery({
        queryKey,
        queryFn: () => loadEmojis(locale),
        staleTime: Number.POSITIVE_INFINITY,
      });
      return text;
    },
    [queryClient, locale],
  );
}
