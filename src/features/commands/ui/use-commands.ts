"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  availableCommands,
  type CommandHandler,
  type CommandHandlers,
  offerCommands,
  onAvailableChange,
} from "../handlers";
import type { CommandId } from "../registry";

/** Carries commands out while the component is there; `undefined` ones are not offered. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  const offered = Object.entries<CommandHandler | undefined>(handlers)
    .flatMap(([id, handler]) => (handler ? [id] : []))
    .join(" ");
  useEffect(() => {
    const ids = offered.split(" ").filter(Boolean) as CommandId[];
    return offerCommands(Object.fromEntries(ids.map((id) => [id, () => latest.current[id]?.()])));
  }, [offered]);
}

const none: readonly CommandId[] = [];

/** The commands that can be given now. */
export const useAvailableCommands = () =>
  useSyncExternalStore(onAvailableChange, availableCommands, () => none);
