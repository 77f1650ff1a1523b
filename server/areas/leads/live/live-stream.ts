import type { ServerResponse } from 'node:http';
import { liveHeartbeatEvent, liveHeartbeatSeconds } from '../../../../contract/leads/live.ts';

const heartbeatMilliseconds = liveHeartbeatSeconds * 1000;
/** A stream ends after this long; the browser reconnects by itself and authenticates again. */
const lifetimeMilliseconds = 10 * 60_000;
/**
 * The most that may be left unsent to a reader that does not read; above that it is disconnected and has to come back.
 */
const maxUnsentBytes = 256 * 1024;
/** How long a reader may take over the last bytes. */
const farewellMilliseconds = 5000;

/** One reader of server-sent events, who may be slow, gone, or may never have been there. */
export class LiveStream {
  private readonly heartbeat: NodeJS.Timeout;
  private readonly lifetime: NodeJS.Timeout;
  private ended = false;

  /**
   * @param headers what every answer carries
   * @param onEnd called once, when nothing more will be sent to this reader
   */
  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, string | number | readonly string[] | undefined>>,
    private readonly onEnd: () => void,
  ) {
    // Without a listener, an error of a broken connection would end the process.
    response.on('error', () => this.end());
    response.once('close', () => this.end());
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.heartbeat = setInterval(() => this.send(liveHeartbeatEvent, {}), heartbeatMilliseconds);
    this.lifetime = setTimeout(() => this.end(), lifetimeMilliseconds);
    this.write('retry: 2000\n\n');
  }

  send(event: string, data: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends the stream; repeating it changes nothing. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.heartbeat);
    clearTimeout(this.lifetime);
    this.onEnd();
    this.response.end();
    setTimeout(() => this.response.destroy(), farewellMilliseconds).unref();
  }

  private write(text: string): void {
    if (this.ended) return;
    this.response.write(text);
    if (this.response.writableLength <= maxUnsentBytes) return;
    this.end();
    this.response.destroy();
  }
}
