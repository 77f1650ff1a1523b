import { useEffect } from 'react';
import type { ListView } from './list-view.ts';
import { rowAt } from './row-elements.ts';

/** F2 on a row edits the first of its cells that can be edited; in a cell, the cell itself takes the key. */
export function useEditKey({ region }: Pick<ListView, 'region'>): void {
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    function onKeyDown(press: KeyboardEvent) {
      if (press.key !== 'F2' || !(press.target instanceof Element)) return;
      if (press.target.closest('[data-edit-cell]')) return;
      rowAt(press.target)?.querySelector<HTMLElement>('[data-edit-cell] button')?.click();
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [region]);
}
