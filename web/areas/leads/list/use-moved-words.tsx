import { useState } from 'react';
import { t } from './catalogue.ts';
import type { Column } from './columns.tsx';

/** For screen readers: at which place a column lies after it was moved. `said` has to be rendered. */
export function useMovedWords(columns: readonly Column[]) {
  const [words, setWords] = useState('');
  return {
    said: (
      <span className="ll-visually-hidden" role="status">
        {words}
      </span>
    ),
    /** @param place counted from 1 */
    say: (id: Column['id'], place: number) => {
      const column = columns.find((one) => one.id === id);
      if (column) setWords(t('columns.moved', { column: column.label, place: String(place) }));
    },
  };
}
