import type { FormErrors } from '@mantine/form';
import { useState } from 'react';
import type { ChangedCount } from '../../../../contract/leads/bulk.ts';
import type { ClientProblem } from '../../../api/client.ts';
import { createKeyring } from '../../../api/idempotency.ts';
import { type DraftControl, type Submission, useSubmission } from '../../../ui/forms/index.ts';
import type { BulkOrder } from './bulk-data.ts';
import type { Target, Which } from './target.ts';

/** What to do, without which leads. */
export type BulkDetails = BulkOrder extends infer Order
  ? Order extends BulkOrder
    ? Omit<Order, keyof Which>
    : never
  : never;

/** What every dialog of a bulk action needs. */
export interface BulkDialogProps {
  target: Target;
  /** @throws ApiError */
  perform: (order: BulkOrder, key: string) => Promise<void>;
  onClose: () => void;
}

interface Options extends BulkDialogProps {
  setErrors: (errors: FormErrors) => void;
  fieldOf: (path: string) => string | undefined;
  draft?: DraftControl;
}

/** The number that was seen, and what it is now. */
export interface CountChange {
  readonly before: number;
  readonly now: ChangedCount;
}

export interface BulkSubmission {
  submission: Submission;
  /** How many leads the button names. */
  count: number;
  /** The results have changed: nothing was done, and the person is asked again with the new number. */
  changed: CountChange | null;
  send: (details: BulkDetails) => Promise<void>;
}

/** Sends a bulk action. If the results of the query have changed, asks again; what was typed stays. */
export function useBulkSubmission({ target, perform, onClose, ...form }: Options): BulkSubmission {
  const [which, setWhich] = useState(target.which);
  const [changed, setChanged] = useState<CountChange | null>(null);
  const [keyOf] = useState(() => createKeyring());
  const count = changed?.now.count ?? target.count;

  function onConflict(problem: ClientProblem): boolean {
    const now = readChangedCount(problem);
    if (!now) return false;
    setChanged({ before: count, now });
    setWhich({ ...which, expectedCount: now.count, seenAt: now.countedAt });
    return true;
  }

  const submission = useSubmission({ ...form, onConflict });
  return {
    submission,
    count,
    changed,
    send: (details) => {
      const order = { ...details, ...which };
      const key = keyOf(order, form.draft?.readAttempt());
      const perhapsDone = async () => {
        await perform(order, key);
        onClose();
      };
      return submission.run(perhapsDone, { body: order, key });
    },
  };
}

/** The numbers that came with a 409 `count-changed`. */
function readChangedCount({ code, current }: ClientProblem): ChangedCount | undefined {
  const numbers = current as ChangedCount | null | undefined;
  return code === 'count-changed' && numbers && typeof numbers.count === 'number' ? numbers : undefined;
}
