import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

/** What a command acts on: the lead or the list that is open, or the app as a whole. */
type CommandTarget = 'lead' | 'list' | 'app';

/** Something that can be done now, as the command palette offers it. */
export interface Command {
  /** The same wherever the same thing is done, so that it can be remembered. */
  readonly id: string;
  readonly of: CommandTarget;
  readonly label: string;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** Single keys that do the same. */
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const announced = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function tell(): void {
  all = [...announced.values()].flat();
  for (const listener of listeners) listener();
}

/** Announces what can be done with what is shown, as long as it is shown. Leave out what is not allowed now. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const key = Symbol();
    announced.set(key, commands);
    tell();
    return () => {
      announced.delete(key);
      tell();
    };
  });
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that can be done now, in the order in which it was announced. */
export function useAnnouncedCommands(): readonly Command[] {
  return useSyncExternalStore(listen, () => all);
}
