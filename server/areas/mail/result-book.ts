import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import * as repo from './mail.repo.ts';

/** A person's address that was refused. */
export interface Refused {
  readonly personId: string;
  readonly reason: string;
  readonly at: Date;
}

/** How sending a mail went, with what else follows from it. */
export type Result = repo.MailResult & { readonly refused?: Refused | undefined };

interface Entry {
  readonly result: Result;
  readonly written: () => void;
}

/** While the database is away, what was sent must not be forgotten: it is written down when it is back. */
const retryMilliseconds = [100, 500, 2000, 5000, 5000, 10_000, 10_000, 10_000, 10_000] as const;

/**
 * Writes down how sending went, in one transaction what came together while the last one was being written: a commit
 * waits for the disk, and may as well be for many.
 */
export class ResultBook {
  private readonly waiting = new Map<string, Entry[]>();
  private writing: Promise<void> | undefined;

  constructor(private readonly db: Db) {}

  /**
   * Resolves when it is written down.
   * @throws when the database stayed away for a minute: the mail will be sent again, as the same mail
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
    // What comes at the same moment is written together.
    await sleep(0);
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
