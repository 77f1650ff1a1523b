import type { Transaction } from '../../../platform/database/database.ts';
import type { Whose } from './exports.repo.ts';

/** Which export, and whose. */
export interface ExportPlace extends Whose {
  readonly exportId: string;
}

/** How whoever ordered an export learns how it ended; in transactions of their organization. */
export interface ExportNews {
  /** @param ended how many rows the file has, or why there will be none */
  readonly tell: (
    tx: Transaction,
    place: ExportPlace,
    ended: { readonly rows: number } | 'broken' | 'too-large',
    at: Date,
  ) => Promise<void>;
  /** There is nothing to tell any longer. */
  readonly forget: (tx: Transaction, place: ExportPlace) => Promise<void>;
}
