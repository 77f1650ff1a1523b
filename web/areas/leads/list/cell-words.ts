import { words } from '../../../../contract/words.ts';
import type { EditableCell } from './cell-values.ts';

/** What the cells that can be edited are called. */
export const cellWords: Readonly<Record<EditableCell, string>> = {
  dealValue: words.field.estimatedValue,
  estimatedPurchase: words.field.estimatedPurchase,
  stage: words.field.stage,
  notes: words.field.notes,
};
