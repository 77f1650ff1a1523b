import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../platform/log.ts';
import { InHand } from './in-hand.ts';
import type { MailSender } from './sending.service.ts';

export interface PostOfficeOptions {
  /** Connections to the mail server, each with one email on its way. */
  readonly connections: number;
  readonly log: Pick<Logger, 'warn'>;
}

/** How often the outbox is polled while nothing is due. */
const lookMilliseconds = 500;
const troubleMilliseconds = 2000;

/**
 * Sends what is due in the outbox for as long as it runs, over separate connections: a mail server that is slow or
 * hangs delays only email. It claims emails before a connection is free for them, so that none is idle.
 */
export class PostOffice {
  private readonly inHand = new Set<Promise<void>>();
  private readonly pace: InHand;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  constructor(
    private readonly sender: MailSender,
    private readonly options: PostOfficeOptions,
  ) {
    this.pace = new InHand(options.connections);
  }

  start(): void {
    this.running = this.run();
  }

  /** Claims nothing more; resolves when everything begun has ended and is recorded. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.inHand);
  }

  private async run(): Promise<void> {
    const { log } = this.options;
    while (!this.stopping.signal.aborted) {
      const free = this.pace.most - this.inHand.size;
      // A batch costs the same for few emails as for many.
      if (free < this.pace.most / 2) {
        await Promise.race(this.inHand);
        continue;
      }
      const pause = await this.sender.beginSending(free).then(
        (mails) => {
          for (const mail of mails) this.hold(mail);
          return mails.length === 0 ? lookMilliseconds : 0;
        },
        (error: unknown) => {
          log.warn({ err: error }, 'mails could not be claimed');
          return troubleMilliseconds;
        },
      );
      if (pause > 0) await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  private hold(mail: Promise<void>): void {
    const held = mail.finally(() => {
      this.inHand.delete(held);
      this.pace.noteEnd(performance.now());
    });
    this.inHand.add(held);
  }
}
