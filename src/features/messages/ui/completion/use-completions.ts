"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { trpc } from "@/trpc/react";
import type { CompletionToken } from "../../completion/find-token";
import { loadEmojis, searchEmojis } from "../../emoji/emoji-catalogue";

/** One thing that a list offers: what is put into the text, and how it is shown. */
export type Completion = {
  key: string;
  replacement: string;
  title: string;
  detail: string | null;
  person: { id: string; name: string } | null;
};

const emojiLimit = 8;

/** What completes a token here: members of the conversation and everybody, or emoji. Empty while nothing is found. */
export function useCompletions(conversationId: string, token: CompletionToken | null): Completion[] {
  const mentions = useMentions(conversationId, token?.kind === "mention" ? token.query : null);
  const emojis = useEmojis(token?.kind === "emoji" ? token.query : null);
  return token?.kind === "mention" ? mentions : emojis;
}

function useMentions(conversationId: string, query: string | null): Completion[] {
  const { data } = trpc.messages.mentions.candidates.useQuery(
    { conversationId, query: query ?? "" },
    { enabled: query !== null, placeholderData: keepPreviousData, staleTime: 30_000 },
  );
  if (query === null || !data) return [];
  const people = data.people.map(({ id, username, displayName }) => ({
    key: id,
    replacement: `@${username}`,
    title: displayName,
    detail: `@${username}`,
    person: { id, name: displayName },
  }));
  const everyone = (data.everyone ? ["here", "all"] : []).filter((word) => word.startsWith(query));
  return [
    ...people,
    ...everyone.map((word) => ({
      key: word,
      replacement: `@${word}`,
      title: `@${word}`,
      detail: null,
      person: null,
    })),
  ];
}

function useEmojis(query: string | null): Completion[] {
  const locale = useLocale();
  const { data } = useQuery({
    queryKey: ["emojis", locale],
    queryFn: () => loadEmojis(locale),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: query !== null,
  });
  if (query === null || !data) return [];
  return searchEmojis(data, query, emojiLimit).map(({ text, label, shortcodes }) => ({
    key: text,
    replacement: text,
    title: `${text} ${label}`,
    detail: shortcodes[0] ? `:${shortcodes[0]}:` : null,
    person: null,
  }));
}
