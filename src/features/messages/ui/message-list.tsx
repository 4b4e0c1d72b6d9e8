"use client";

import { ArrowDownIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Virtualizer } from "virtua";
import { Served } from "@/components/served";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/use-hydrated";
import { cn } from "@/lib/cn";
import { useFormatterSettled } from "../markdown/formatter";
import type { MessageRow as Row } from "../message-rows";
import { LoadingEdge } from "./loading-edge";
import { MessageRow, type RowHandlers } from "./message-row";
import type { Receipt } from "./receipt-button";
import { type Jump, useScrollPlace } from "./use-scroll-place";
import type { Direction } from "./use-timeline";

type Props = {
  rows: Row[];
  jump: Jump | null;
  hasOlder: boolean;
  hasNewer: boolean;
  loading: Direction | null;
  failed: Direction | null;
  load: (direction: Direction) => void;
  /** stands above the first message of all */
  beginning: ReactNode;
  /** messages that arrived while the newest one was out of sight */
  newCount: number;
  /** who has read the person's own words, at the newest of them that anybody has read */
  receipt: (Receipt & { messageId: string }) | null;
  handlers: RowHandlers;
  onNewestShown: (shown: boolean) => void;
  /** reads the newest page, where that is not held */
  onJumpToNewest: () => void;
};

/**
 * Up to this many rows all stay mounted. A list that fits on the screen never scrolls, and until it has
 * scrolled the virtualizer shows the rows of its first render and no others.
 */
const shortList = 100;

/** The messages of a conversation. Only those near the screen are mounted, however long the history is. */
export function MessageList(props: Props) {
  const { rows, jump, hasOlder, hasNewer, loading, failed, load, beginning, newCount, handlers } = props;
  const { receipt, onNewestShown, onJumpToNewest } = props;
  const t = useTranslations("chat.timeline");
  const scroller = useRef<HTMLDivElement>(null);
  const [live, goLive] = useLive(rows);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const place = useScrollPlace({ rows, jump, hasOlder, hasNewer, failed, load, ready: live });
  const { virtualizer, shift, atBottom, toNewest, onScroll, onResize } = place;
  const newestShown = atBottom === true && !hasNewer;
  useEffect(() => onNewestShown(newestShown), [newestShown, onNewestShown]);

  const lastIndex = rows.length - 1;
  const focusedIndex = rows.findLastIndex((row) => row.key === focusedKey);
  const stop = focusedIndex < 0 ? lastIndex : focusedIndex;

  const mounted = useMemo(
    () => (rows.length <= shortList ? rows.map((_, index) => index) : [stop]),
    [rows, stop],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!row || !step) return;
    event.preventDefault();
    const index = Math.min(lastIndex, Math.max(0, stop + step));
    const key = rows[index]?.key;
    if (!key) return;
    setFocusedKey(key);
    virtualizer.current?.scrollToIndex(index, { align: "nearest" });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)?.focus({ preventScroll: true }),
    );
  };

  const renderRow = (row: Row, index: number) => (
    <div key={row.key} className={index === lastIndex ? "pb-3" : undefined}>
      {index === 0 && !hasOlder && beginning}
      <MessageRow
        {...rowContent(row)}
        author={row.author}
        day={row.day}
        first={row.first}
        unread={row.unread}
        highlighted={row.kind === "message" && row.message.seq === jump?.seq}
        tabbable={index === stop}
        receipt={row.key === receipt?.messageId ? receipt : null}
        handlers={handlers}
      />
    </div>
  );

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <LoadingEdge edge="older" loading={loading} failed={failed} load={load} />
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t("label")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerOver={live ? undefined : goLive}
        onFocus={(event) => {
          goLive();
          const row = event.target.closest<HTMLElement>("[data-row]");
          if (row) setFocusedKey(row.dataset.row ?? null);
        }}
        // Until the list is live, a reversed column makes the browser show the end of the history.
        className={cn(
          "flex min-h-0 flex-1 overflow-y-auto overflow-x-hidden [overflow-anchor:none]",
          live ? "flex-col" : "flex-col-reverse",
        )}
      >
        <div className={cn("min-h-2 grow", !live && "order-last")} />
        {live ? (
          <Virtualizer
            ref={virtualizer}
            scrollRef={scroller}
            data={rows}
            shift={shift}
            onScroll={onScroll}
            onResize={onResize}
            keepMounted={mounted}
          >
            {renderRow}
          </Virtualizer>
        ) : (
          <Served>{() => rows.map(renderRow)}</Served>
        )}
      </div>
      <LoadingEdge edge="newer" loading={loading} failed={failed} load={load} />
      {atBottom !== null && !newestShown && (
        <Button
          variant="secondary"
          size="sm"
          className="absolute inset-x-0 bottom-3 z-10 mx-auto w-fit rounded-full border shadow-md"
          onClick={hasNewer ? onJumpToNewest : toNewest}
        >
          <ArrowDownIcon aria-hidden="true" />
          {newCount > 0 ? t("jumpToNew", { count: newCount }) : t("jumpToNewest")}
        </Button>
      )}
    </div>
  );
}

/**
 * Whether the rows are the page's own rather than those that the server rendered, which stay until texts will look the
 * same, until there is something to show that the server did not know, or until somebody reaches for them.
 */
function useLive(rows: Row[]) {
  const hydrated = useHydrated();
  const settled = useFormatterSettled();
  const newest = rows.at(-1)?.key;
  const [served] = useState({ count: rows.length, newest });
  // A list that the server did not render is live from the beginning.
  const [live, setLive] = useState(hydrated);
  const outdated = rows.length !== served.count || newest !== served.newest;
  const due = hydrated && (settled || outdated);
  // Looking the same can wait for what somebody does meanwhile.
  useEffect(() => {
    if (due) startTransition(() => setLive(true));
  }, [due]);
  const goLive = useCallback(() => setLive(true), []);
  return [live, goLive] as const;
}

const rowContent = (row: Row) =>
  row.kind === "message"
    ? { kind: row.kind, message: row.message }
    : { kind: row.kind, message: row.message };
