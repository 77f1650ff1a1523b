/**
 * Writes that may wait: only the last of several with the same key is sent, a moment after the person has stopped
 * changing things, or when the page is hidden or closed. A write that fails is dropped: what it would have remembered is
 * still on the screen, and goes along with the next change.
 */
export class LateWrites {
  private readonly waiting = new Map<string, { send: () => Promise<unknown>; timer: unknown }>();

  constructor(private readonly delayMs = 700) {}

  /** @param send has to outlive the page */
  put(key: string, send: () => Promise<unknown>): void {
    this.cancel(key);
    const timer = setTimeout(() => this.send(key), this.delayMs);
    this.waiting.set(key, { send, timer });
  }

  /** Forgets a write that has not been sent. */
  cancel(key: string): void {
    clearTimeout(this.waiting.get(key)?.timer as Parameters<typeof clearTimeout>[0]);
    this.waiting.delete(key);
  }

  /** Sends everything now. */
  flush(): void {
    for (const key of [...this.waiting.keys()]) this.send(key);
  }

  private send(key: string): void {
    const write = this.waiting.get(key);
    this.cancel(key);
    write?.send().catch(() => {});
  }
}

/** The writes of this page. */
export const lateWrites = new LateWrites();
globalThis.document?.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') lateWrites.flush();
});
