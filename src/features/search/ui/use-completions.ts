"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import type { ConversationSummary } from "@/features/conversations/dto";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { dayIn } from "@/lib/time-zones";
import { trpc } from "@/trpc/react";
import { fixedValues, operatorsLike, type Typed, usualDays, written } from "../complete-query";
import { rankByName } from "../rank-by-name";

export type Completion = { insert: string; label: string; hint: string };

const limit = 8;

/** How what is being typed can go on: operators by their names, people, conversations, days. */
export function useCompletions(typed: Typed | null, ownId: string): Completion[] {
  const t = useTranslations("search.completion");
  const nameOf = useConversationName(ownId);
  const timeZone = useLocalTimeZone();
  const operator = typed?.operator ?? null;
  const value = typed?.value ?? "";
  const name = useDeferredSearch(operator === "from" ? value : "");
  const people = trpc.users.search.useQuery(
    { query: name },
    { enabled: operator === "from", placeholderData: keepPreviousData },
  );
  const list = useConversationList();
  if (!typed) return [];
  switch (operator) {
    case null:
      return operatorsLike(value).map((each) => ({
        insert: `${each}:`,
        label: `${each}:`,
        hint: t(`operators.${each}`),
      }));
    case "from":
      return [
        ...("me".startsWith(value.toLowerCase()) ? [{ insert: "from:me", label: "me", hint: t("me") }] : []),
        ...(people.data ?? []).slice(0, limit).map(({ username, displayName }) => ({
          insert: written("from", username),
          label: displayName,
          hint: `@${username}`,
        })),
      ];
    case "in": {
      const nameWithUser = (c: ConversationSummary) => `${nameOf(c)} ${c.counterpart?.username ?? ""}`;
      return rankByName(list.data?.conversations ?? [], value, nameWithUser)
        .slice(0, limit)
        .map((conversation) => ({
          insert: written("in", conversation.name ?? `@${conversation.counterpart?.username}`),
          label: nameOf(conversation),
          hint: conversation.name === null ? `@${conversation.counterpart?.username}` : t("group"),
        }));
    }
    case "before":
    case "after":
      return usualDays(dayIn(timeZone, new Date()))
        .filter(({ day }) => day.startsWith(value))
        .map(({ id, day }) => ({ insert: written(operator, day), label: day, hint: t(`days.${id}`) }));
    default:
      return fixedValues[operator]
        .filter((each) => each.startsWith(value.toLowerCase()))
        .map((each) => ({ insert: written(operator, each), label: each, hint: t(`values.${each}`) }));
  }
}
