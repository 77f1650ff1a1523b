import type { ReactNode } from 'react';
import { ConflictChoice } from './conflict-choice.tsx';
import type { FieldKey } from './editing/draft-fields.ts';
import classes from './steps/steps.module.css';

/** A field with the choice below it when a colleague changed it, too; links to it find it by its key. */
export function FieldFrame({ at, children }: { at: FieldKey; children: ReactNode }) {
  return (
    <div data-field={at} className={classes.field}>
      {children}
      <ConflictChoice at={at} />
    </div>
  );
}
