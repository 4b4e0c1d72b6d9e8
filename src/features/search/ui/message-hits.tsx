"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { messagePath } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import type { MessageHit } from "../dto";
import { Excerpt } from "./excerpt";

/** Messages that were found, each leading to its place. */
export function MessageHits({
  hits,
  conversationName,
}: {
  hits: MessageHit[];
  conversationName: (conversationId: string) => string | null;
}) {
  const personName = usePersonName();
  const t = useTranslations("search");
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {hits.map((hit) => {
        const place = conversationName(hit.conversationId);
        return (
          <li key={hit.id}>
            <ConversationLink
              href={messagePath(hit.conversationId, hit.seq, hit.replySeq)}
              className="flex gap-3 rounded-lg px-3 py-2.5 hover:bg-message-hover focus-visible:bg-message-hover"
            >
              <UserAvatar id={hit.author.id} name={personName(hit.author)} />
              <span className="grid min-w-0 flex-1 gap-0.5">
                <span className="flex min-w-0 items-baseline gap-2">
                  <bdi className="truncate font-semibold text-sm">{personName(hit.author)}</bdi>
                  <FormattedTime
                    value={hit.createdAt}
                    className="ms-auto shrink-0 text-muted-foreground text-xs tabular-nums"
                  />
                </span>
                <Excerpt parts={hit.excerpt} />
                {place && (
                  <span className="truncate text-muted-foreground text-xs">
                    <bdi>
                      {hit.replySeq === null ? t("inPlace", { name: place }) : t("inThread", { name: place })}
                    </bdi>
                  </span>
                )}
              </span>
            </ConversationLink>
          </li>
        );
      })}
    </ul>
  );
}
