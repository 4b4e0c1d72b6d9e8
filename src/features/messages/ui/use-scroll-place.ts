"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import type { MessageRow } from "../message-rows";
import type { Direction } from "./use-timeline";

/** Nearer than this to an edge, in pixels, the next page is asked for. */
const loadWithin = 800;
const bottomWithin = 24;

export type Jump = { seq: number; nonce: number };

type Options = {
  rows: MessageRow[];
  jump: Jump | null;
  hasOlder: boolean;
  hasNewer: boolean;
  /** The edge whose last load failed: it waits for the person. */
  failed: Direction | null;
  load: (direction: Direction) => void;
  /** False while the page is still as the server rendered it, and scrolled as the browser likes. */
  ready: boolean;
};

/**
 * Where the reader is in a list of messages: stays at the newest one while it is in sight, keeps the place
 * while history is added above, goes to a message on demand, and asks for more near an edge.
 */
export function useScrollPlace({ rows, jump, hasOlder, hasNewer, failed, load, ready }: Options) {
  const virtualizer = useRef<VirtualizerHandle>(null);
  const sticks = useRef(true);
  const placed = useRef(false);
  /** The row that is being gone to, until the list has moved. */
  const aim = useRef<number | null>(null);
  const last = useRef({ offset: 0, size: 0 });
  /** Null until a place has been taken. */
  const [atBottom, setAtBottom] = useState<boolean | null>(null);

  const toNewest = useCallback(() => {
    sticks.current = true;
    virtualizer.current?.scrollToIndex(rows.length - 1, { align: "end" });
  }, [rows.length]);

  const askForMore = useCallback(() => {
    const list = virtualizer.current;
    if (!list || !placed.current) return;
    const end = list.scrollSize - list.viewportSize;
    const offset = sticks.current
      ? end
      : aim.current === null
        ? list.scrollOffset
        : list.getItemOffset(aim.current);
    const below = end - offset;
    if (hasOlder && failed !== "older" && offset < loadWithin) load("older");
    else if (hasNewer && failed !== "newer" && below < loadWithin) load("newer");
  }, [hasOlder, hasNewer, failed, load]);

  const onScroll = useCallback(() => {
    const list = virtualizer.current;
    if (!list || !placed.current) return;
    const { scrollOffset: offset, scrollSize: size, viewportSize } = list;
    const isAtBottom = !hasNewer && size - offset - viewportSize <= bottomWithin;
    // Only a person scrolls up while nothing changes its size.
    if (isAtBottom) sticks.current = true;
    else if (offset < last.current.offset && size === last.current.size) sticks.current = false;
    last.current = { offset, size };
    aim.current = null;
    setAtBottom(isAtBottom);
    askForMore();
  }, [askForMore, hasNewer]);

  const onResize = useCallback(() => {
    if (sticks.current && placed.current && !hasNewer) toNewest();
    onScroll();
  }, [toNewest, onScroll, hasNewer]);

  // The place at first: the message that was asked for, where the unread ones begin, or the newest.
  useLayoutEffect(() => {
    if (!ready || placed.current || rows.length === 0) return;
    placed.current = true;
    requestAnimationFrame(onScroll);
    if (jump) return;
    const unread = rows.findIndex((row) => row.unread);
    if (unread < 0) return toNewest();
    sticks.current = false;
    aim.current = unread;
    virtualizer.current?.scrollToIndex(unread, { align: "start" });
  }, [ready, rows, jump, toNewest, onScroll]);

  const rowsNow = useRef(rows);
  rowsNow.current = rows;
  useLayoutEffect(() => {
    if (!jump || !ready) return;
    const index = rowsNow.current.findIndex((r) => r.kind === "message" && r.message.seq >= jump.seq);
    if (index < 0) return;
    sticks.current = false;
    aim.current = index;
    virtualizer.current?.scrollToIndex(index, { align: "center" });
  }, [jump, ready]);

  const newest = rows.at(-1);
  const newestKey = newest?.key;
  const ownNewest = newest?.kind === "outgoing";
  const shownNewest = useRef(newestKey);
  useLayoutEffect(() => {
    if (shownNewest.current === newestKey) return;
    shownNewest.current = newestKey;
    if ((sticks.current || ownNewest) && !hasNewer) toNewest();
  }, [newestKey, ownNewest, hasNewer, toNewest]);

  // A page that came may be too short to fill the screen.
  useLayoutEffect(() => {
    if (rows.length > 0) askForMore();
  }, [askForMore, rows]);

  // History was added above when the list starts with another row but still holds the one it started with;
  // it was let go of when the row that the list starts with was further down before.
  const shownBefore = useRef(rows);
  const [first, firstBefore] = [rows[0]?.key, shownBefore.current[0]?.key];
  const holds = (some: MessageRow[], key: string | undefined) => some.some((row) => row.key === key);
  const shift = first !== firstBefore && (holds(rows, firstBefore) || holds(shownBefore.current, first));
  useLayoutEffect(() => {
    shownBefore.current = rows;
  }, [rows]);

  return { virtualizer, shift, atBottom, toNewest, onScroll, onResize };
}
