import type { LiveState, LiveWord } from './live-stream.ts';

/** What the windows of a browser say to each other about their one stream. */
type Message = { kind: 'word'; word: LiveWord } | { kind: 'state'; state: LiveState } | { kind: 'who-leads' };

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  postMessage: (message: unknown) => void;
  addEventListener: (type: 'message', listener: (event: { data: unknown }) => void) => void;
  close: () => void;
}

/** The part of `navigator.locks` that is used. */
export interface Locks {
  request: (
    name: string,
    options: { signal: AbortSignal },
    callback: () => Promise<void>,
  ) => Promise<unknown>;
}

export interface Leadership {
  /**
   * This window leads: it opens the stream. `late`: others listened before, and something may have been missed since.
   * Returns how to close it.
   */
  lead: (late: boolean) => () => void;
  onWord: (word: LiveWord) => void;
  onState: (state: LiveState) => void;
}

/**
 * One stream for all windows of a browser that show the same desk: whoever holds the lock opens it and passes on what
 * it hears, and when that window goes the next one takes over. Browsers open only six connections to a server without
 * HTTP/2, and a stream for each window would leave none for anything else.
 */
export class SharedLive {
  private readonly stop = new AbortController();
  private readonly channel: Channel | undefined;
  private leaves: (() => void) | undefined;
  private state: LiveState = 'connecting';
  private followed = false;

  constructor(
    name: string,
    private readonly leadership: Leadership,
    openChannel: ((name: string) => Channel) | undefined,
    locks: Locks | undefined,
  ) {
    if (!openChannel || !locks) {
      this.takeLead();
      return;
    }
    this.channel = openChannel(name);
    this.channel.addEventListener('message', ({ data }) => this.hear(data as Message));
    this.say({ kind: 'who-leads' });
    const held = () =>
      new Promise<void>((release) => {
        // Browsers may grant a lock that was given up a moment before: kept, no window would ever lead again.
        if (this.stop.signal.aborted) return release();
        this.stop.signal.addEventListener('abort', () => release(), { once: true });
        this.takeLead();
      });
    // Rejects when this window stops waiting.
    locks.request(name, { signal: this.stop.signal }, held).catch(() => {});
  }

  /** For the window that leads, what its stream says; all others hear it too. */
  tell(word: LiveWord): void {
    this.leadership.onWord(word);
    this.say({ kind: 'word', word });
  }

  tellState(state: LiveState): void {
    this.state = state;
    this.leadership.onState(state);
    this.say({ kind: 'state', state });
  }

  close(): void {
    this.leaves?.();
    this.leaves = undefined;
    this.stop.abort();
    this.channel?.close();
  }

  private takeLead(): void {
    if (this.stop.signal.aborted) return;
    this.leaves = this.leadership.lead(this.followed);
  }

  private hear(message: Message): void {
    if (message.kind === 'who-leads') {
      if (this.leaves) this.say({ kind: 'state', state: this.state });
      return;
    }
    if (this.leaves) return;
    this.followed = true;
    if (message.kind === 'word') this.leadership.onWord(message.word);
    else this.leadership.onState(message.state);
  }

  private say(message: Message): void {
    this.channel?.postMessage(message);
  }
}
