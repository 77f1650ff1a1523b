import { liveHeartbeatEvent, liveHeartbeatSeconds } from '../../contract/leads/live.ts';

/** The events of the stream: changed leads, news in the Action center, or that something may have been missed. */
export type LiveWord = { leadIds: string[] } | 'news' | 'missed';

/** `paused`: the page is in the background and closes its stream to save resources. */
export type LiveState = 'connecting' | 'open' | 'retrying' | 'paused';

/** The part of `EventSource` that is used. */
export interface EventStream {
  addEventListener: (type: string, listener: (event: MessageEvent<string>) => void) => void;
  close: () => void;
}

interface StreamOptions {
  /** Another window listened before, so something may have been missed when it opens. */
  late: boolean;
  open: () => EventStream;
  onWord: (word: LiveWord) => void;
  onState: (state: LiveState) => void;
  /** Called after two failures: an event stream doesn't say why it failed, so the session may have ended. */
  onDoubt: () => void;
}

/** Maximum silence: about two missing heartbeats mean the connection is dead. */
export const silenceMs = liveHeartbeatSeconds * 1000 * 2 + 5000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** An event stream that is kept open: it reconnects after failures and after too long a silence. */
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

  /** Reconnects immediately if it is waiting for the next attempt. */
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
