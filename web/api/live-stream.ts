import { liveHeartbeatEvent, liveHeartbeatSeconds } from '../../contract/leads/live.ts';

/** What the stream tells: leads that changed, news of the Action center, or that anything may have been missed. */
export type LiveWord = { leadIds: string[] } | 'news' | 'missed';

/** `paused`: the page is in the background and listens to nothing, to spare the server and the browser. */
export type LiveState = 'connecting' | 'open' | 'retrying' | 'paused';

/** The part of `EventSource` that is used. */
export interface EventStream {
  addEventListener: (type: string, listener: (event: MessageEvent<string>) => void) => void;
  close: () => void;
}

export interface StreamOptions {
  /** Somebody listened before: when it is open, anything may have been missed. */
  late: boolean;
  open: () => EventStream;
  onWord: (word: LiveWord) => void;
  onState: (state: LiveState) => void;
  /** Called when it failed twice: an event stream does not say why it failed, an ended session shows elsewhere. */
  onDoubt: () => void;
}

/** The server speaks at least this often; about two missing heartbeats mean that nobody is there any more. */
export const silenceMs = liveHeartbeatSeconds * 1000 * 2 + 5000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** One stream of the server, kept open: it comes back after failures, and after a silence that is too long. */
export class LiveConnection {
  private stream: EventStream | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private wasOpen: boolean;

  constructor(private readonly options: StreamOptions) {
    this.wasOpen = options.late;
  }

  connect(): void {
    this.close();
    if (this.failures <= 1) this.options.onState('connecting');
    const opened = this.options.open();
    this.stream = opened;
    const hear = (act?: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
      if (this.stream !== opened) return;
      this.watchSilence();
      act?.(event);
    };
    opened.addEventListener('open', hear(this.onOpen));
    opened.addEventListener(liveHeartbeatEvent, hear());
    opened.addEventListener(
      'leads',
      hear(({ data }) => this.options.onWord({ leadIds: readIds(data) })),
    );
    opened.addEventListener(
      'action-center',
      hear(() => this.options.onWord('news')),
    );
    opened.addEventListener('error', () => {
      if (this.stream === opened) this.retryLater();
    });
    this.watchSilence();
  }

  /** Does not wait for the next try, if it is waiting for one. */
  retryNow(): void {
    if (this.retryTimer !== undefined) this.connect();
  }

  close(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.silenceTimer);
    this.retryTimer = undefined;
    this.stream?.close();
    this.stream = undefined;
  }

  private readonly onOpen = (): void => {
    this.failures = 0;
    this.options.onState('open');
    if (this.wasOpen) this.options.onWord('missed');
    this.wasOpen = true;
  };

  private watchSilence(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.connect(), silenceMs);
  }

  private retryLater(): void {
    this.close();
    this.failures += 1;
    if (this.failures > 1) this.options.onState('retrying');
    if (this.failures === 2) this.options.onDoubt();
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** (this.failures - 1));
    this.retryTimer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }
}

function readIds(text: string): string[] {
  const { leadIds } = JSON.parse(text) as { leadIds?: unknown };
  return Array.isArray(leadIds) ? leadIds.filter((id): id is string => typeof id === 'string') : [];
}
