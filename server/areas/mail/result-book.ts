import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import * as repo from './mail.repo.ts';

/** A person's address that was refused. */
export interface Refused {
  readonly personId: string;
  readonly reason: string;
  readonly at: Date;
}

/** The outcome of sending an email, with what else follows from it. */
export type Result = repo.MailResult & { readonly refused?: Refused | undefined };

/**
 * Outcomes of this time are recorded together. If the process is killed before, their emails are sent again, as the same
 * messages: it must stay short.
 */
const gatherMilliseconds = 15;

interface Entry {
  readonly result: Result;
  readonly written: () => void;
}

/** What was sent while the database is away must not be forgotten: it is recorded when the database is back. */
const retryMilliseconds = [100, 500, 2000, 5000, 5000, 10_000, 10_000, 10_000, 10_000] as const;

/**
 * Records the outcomes of sending. Those that arrive during one write share the next transaction: a commit waits for
 * the disk, and may as well be for many.
 */
export class ResultBook {
  private readonly waiting = new Map<string, Entry[]>();
  private writing: Promise<void> | undefined;

  constructor(private readonly db: Db) {}

  /**
   * Resolves once the outcome is recorded.
   * @throws when the database stayed away for a minute: the email will be sent again, with the same Message-ID
   */
  async write(organizationId: string, result: Result): Promise<void> {
    let written: () => void = () => undefined;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    this.waiting.set(organizationId, [...(this.waiting.get(organizationId) ?? []), { result, written }]);
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
    });
    await Promise.race([isWritten, this.writing.then(() => isWritten)]);
  }

  private async writeAll(): Promise<void> {
    await sleep(gatherMilliseconds);
    for (let next = this.takeNext(); next; next = this.takeNext()) {
      const { organizationId, entries } = next;
      const results = entries.map(({ result }) => result);
      await retried(() => this.writeDown(organizationId, results));
      for (const { written } of entries) written();
    }
  }

  private takeNext(): { organizationId: string; entries: Entry[] } | undefined {
    const [next] = this.waiting;
    if (!next) return undefined;
    const [organizationId, entries] = next;
    this.waiting.delete(organizationId);
    return { organizationId, entries };
  }

  private writeDown(organizationId: string, results: readonly Result[]): Promise<void> {
    return inOrganization(this.db, { organizationId }, async (tx) => {
      const rows = results.map(({ refused: _, ...row }) => row);
      await repo.writeResults(tx, organizationId, rows);
      for (const { refused } of results) {
        if (refused) await repo.markAddressRefused(tx, refused.personId, refused.reason, refused.at);
      }
    });
  }
}

async function retried(work: () => Promise<void>): Promise<void> {
  for (const pause of retryMilliseconds) {
    try {
      return await work();
    } catch {
      await sleep(pause);
    }
  }
  await work();
}
