import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import { countFilters } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { shared } from '../../../ui/words/catalogue.ts';

/** Removes all filters, if any are set; the focus goes to the first of them. */
export function ClearFilters({ control }: { control: ListControl }) {
  if (countFilters(control.state.filters) === 0) return null;

  function clear(event: MouseEvent<HTMLElement>) {
    const panel = event.currentTarget.closest('section');
    control.change({ filters: {} });
    panel?.querySelector('summary')?.focus();
  }

  return (
    <Button variant="subtle" size="compact-sm" onClick={clear}>
      {shared('action.clearAll')}
    </Button>
  );
}
