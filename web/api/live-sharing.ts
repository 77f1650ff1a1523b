import type { LiveState, LiveWord } from './live-stream.ts';

/** The messages between the windows of a browser about their shared stream. */
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

interface Leadership {
  /**
   * This window leads and opens the stream. `late`: another window led before, so something may have been missed.
   * Returns a function that closes it.
   */
  lead: (late: boolean) => () => void;
  onWord: (word: LiveWord) => void;
  onState: (state: LiveState) => void;
}

/**
 * One stream for all windows of a browser that show the same desk: the window with the lock opens it and passes events
 * on; when it closes, the next one takes over. Without HTTP/2, browsers open only six connections to a server, and a
 * stream per window would leave none for anything else.
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
        // Browsers may grant a lock just after it was aborted: if kept, no window would ever lead again.
        if (this.stop.signal.aborted) return release();
        this.stop.signal.addEventListener('abort', () => release(), { once: true });
        this.takeLead();
      });
    // Rejects when this window stops waiting.
    locks.request(name, { signal: this.stop.signal }, held).catch(() => {});
  }

  /** Passes on an event of the leading window's stream to all windows. */
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
