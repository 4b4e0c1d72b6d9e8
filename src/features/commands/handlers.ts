import { type CommandId, commandIds } from "./registry";

/** Carries a command out; `false` where there is nothing to do, and the key keeps its usual meaning. */
export type CommandHandler = () => unknown;
export type CommandHandlers = Partial<Record<CommandId, CommandHandler>>;

/** What carries commands out at the moment; of several, who came last. */
const registered: CommandHandlers[] = [];
const listeners = new Set<() => void>();
let available: readonly CommandId[] = [];

/** Offers commands; returns how to take them back. */
export function offerCommands(handlers: CommandHandlers): () => void {
  registered.push(handlers);
  changed();
  return () => {
    registered.splice(registered.indexOf(handlers), 1);
    changed();
  };
}

/** Carries a command out. Returns false where nothing does, or where there was nothing to do. */
export function runCommand(id: CommandId): boolean {
  const handler = registered.findLast((handlers) => handlers[id])?.[id];
  return handler !== undefined && handler() !== false;
}

/** The commands that something carries out, in the registry's order. */
export const availableCommands = (): readonly CommandId[] => available;

export function onAvailableChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function changed() {
  available = commandIds.filter((id) => registered.some((handlers) => handlers[id]));
  for (const listener of listeners) listener();
}
