"use client";

import { useTranslations } from "next-intl";
import { Fragment, type KeyboardEvent, useCallback, useRef, useState } from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { Served } from "@/components/served";
import { useHydrated } from "@/components/use-hydrated";
import type { ConversationSummary } from "../dto";
import { ConversationRow } from "./conversation-row";

type Props = {
  conversations: ConversationSummary[];
  currentId: string | null;
  ownId: string;
  nameOf: (conversation: ConversationSummary) => string;
  onApproach: (conversationId: string) => void;
};

const rowHeight = 60;
const servedRows = 20;
const framesUntilThere = 30;

/** The rows of the list, only those in sight mounted; one tab stop, the arrow keys move within. */
export function ConversationRows({ conversations, currentId, ownId, nameOf, onApproach }: Props) {
  const t = useTranslations("conversations");
  const hydrated = useHydrated();
  const virtualizer = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const indexOf = (id: string | null) => conversations.findIndex((c) => c.id === id);
  const stop = Math.max(0, indexOf(focusedId) >= 0 ? indexOf(focusedId) : indexOf(currentId));

  const focusRow = useCallback(
    (index: number) => {
      const conversation = conversations[index];
      if (!conversation) return;
      setFocusedId(conversation.id);
      virtualizer.current?.scrollToIndex(index, { align: "nearest" });
      // A row far away is on the page, and visible, only some frames after it was scrolled to.
      const focus = (framesLeft: number) =>
        requestAnimationFrame(() => {
          const row = scroller.current?.querySelector<HTMLElement>(
            `[data-conversation="${conversation.id}"]`,
          );
          row?.focus({ preventScroll: true });
          if (framesLeft > 0 && (!row || document.activeElement !== row)) focus(framesLeft - 1);
        });
      focus(framesUntilThere);
    },
    [conversations],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const last = conversations.length - 1;
    const next = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(Math.min(last, Math.max(0, next)));
  };

  const list = (ssrCount?: number) => (
    <Virtualizer
      ref={virtualizer}
      scrollRef={scroller}
      data={conversations}
      as="ul"
      item="li"
      itemSize={rowHeight}
      ssrCount={ssrCount}
      keepMounted={[stop]}
      startMargin={4}
    >
      {(conversation, index) => (
        <Fragment key={conversation.id}>
          <SectionHeading before={conversations[index - 1]} conversation={conversation} />
          <ConversationRow
            conversation={conversation}
            name={nameOf(conversation)}
            ownId={ownId}
            current={conversation.id === currentId}
            tabbable={index === stop}
            onApproach={onApproach}
          />
        </Fragment>
      )}
    </Virtualizer>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the links within
    <div ref={scroller} onKeyDown={onKeyDown} className="min-h-0 flex-1 overflow-y-auto py-1">
      {hydrated ? list() : <Served>{() => list(Math.min(servedRows, conversations.length))}</Served>}
      <p role="status" className="sr-only">
        {t("count", { count: conversations.length })}
      </p>
    </div>
  );
}

/** Above the first favourite, and above the first of the others where there are favourites. */
function SectionHeading({
  before,
  conversation: { favourite },
}: {
  before: ConversationSummary | undefined;
  conversation: ConversationSummary;
}) {
  const t = useTranslations("groups.list");
  if (before ? before.favourite === favourite : !favourite) return null;
  return (
    <h2 className="px-4 pt-2 pb-1 font-medium text-muted-foreground text-xs">
      {t(favourite ? "favourites" : "others")}
    </h2>
  );
}
