import { useCallback, useMemo, useState } from 'react';
import { useMe } from '../../../api/me.ts';
import { personalKey, recall, remember } from '../../../lead-query/remembered.ts';
import { type Column, columns } from './columns.tsx';

const usual = columns.filter((column) => !column.hiddenAtFirst).map((column) => column.id);

function readChoice(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : usual;
}

export interface ColumnChoice {
  /** The chosen columns, whether or not there is room for them. */
  visible: Column[];
  toggle: (id: string) => void;
  reset: () => void;
  isUsual: boolean;
}

/** Which columns a person sees, remembered in this browser. */
export function useColumnChoice(): ColumnChoice {
  const key = personalKey(useMe(), 'columns');
  const [chosen, setChosen] = useState(() => readChoice(recall(key)));
  const visible = useMemo(
    () => columns.filter((column, index) => index === 0 || chosen.includes(column.id)),
    [chosen],
  );
  const set = useCallback(
    (ids: string[]) => {
      setChosen(ids);
      remember(key, ids);
    },
    [key],
  );
  return {
    visible,
    toggle: (id) => set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]),
    reset: () => set(usual),
    isUsual: chosen.length === usual.length && usual.every((id) => chosen.includes(id)),
  };
}
