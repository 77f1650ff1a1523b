import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { type KeyedRow, readRows } from '../check/judge-rows.ts';
import type { ImportForm } from '../records/import-form.ts';
import * as rowsRepo from '../records/import-rows.repo.ts';
import type { ImportKey } from '../records/imports.repo.ts';

/** The next rows of an import, as they are written down and as they are read. */
export interface NextRows {
  readonly promised: readonly rowsRepo.WorkedRow[];
  readonly read: readonly KeyedRow[];
  /** There are no more after them. */
  readonly isLast: boolean;
}

interface Looked {
  readonly after: number;
  readonly form: ImportForm;
  readonly rows: Promise<NextRows>;
}

/**
 * Fetches and reads the rows that come next while the database writes those before. What was fetched ahead counts only
 * for the same place and form; whoever writes judges each row under its own locks.
 */
export class RowsAhead {
  private looked: Looked | undefined;

  constructor(
    private readonly db: Db,
    private readonly place: ImportKey,
  ) {}

  /** The next rows after that place; those that were fetched ahead, however many they are. */
  async take(tx: Transaction, form: ImportForm, after: number, size: number): Promise<NextRows> {
    const { looked } = this;
    this.looked = undefined;
    // One that failed is asked for again, in the transaction whose failure counts.
    const ahead = await looked?.rows.catch(() => undefined);
    if (ahead && looked?.after === after && looked.form === form) return ahead;
    return this.fetch(tx, form, after, size);
  }

  /** Begins to look at the rows after these. */
  look(form: ImportForm, after: number, size: number): void {
    const rows = inOrganization(this.db, this.place, (tx) => this.fetch(tx, form, after, size));
    rows.catch(() => undefined);
    this.looked = { after, form, rows };
  }

  private async fetch(tx: Transaction, form: ImportForm, after: number, size: number): Promise<NextRows> {
    const promised = await rowsRepo.listToWrite(tx, this.place, after, size);
    return { promised, read: readRows(form, promised), isLast: promised.length < size };
  }
}
