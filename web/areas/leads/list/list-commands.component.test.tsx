import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import type { ListState } from '../../../lead-query/list-state.ts';
import { useAnnouncedCommands } from '../../../ui/commands.ts';
import { useListCommands } from './list-commands.ts';
import { fakeList } from './list-control.fixture.ts';

/** The commands of a list as buttons, in the place of the palette. */
async function showCommands(begin: Partial<ListState> = {}, isNarrow = false) {
  const { useControl, changed } = fakeList(begin);
  function List() {
    const [layout, choose] = useState<DeskLayout>('grid');
    const [opened, setOpened] = useState(false);
    useListCommands(
      useControl(),
      { opened, docked: true, toggle: () => setOpened(!opened), close: () => setOpened(false) },
      { layout, choose, isNarrow },
    );
    return null;
  }
  function Palette() {
    return useAnnouncedCommands().map(({ id, label, run }) => (
      <button key={id} type="button" onClick={run}>
        {label}
      </button>
    ));
  }
  const page = await renderPart(
    <>
      <List />
      <Palette />
    </>,
  );
  return { ...page, changed, press: (name: string) => page.user.click(screen.getByRole('button', { name })) };
}
const offered = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('WS-8: what the palette does with the list', () => {
  it('WS-2, WS-8: switches the layout, to the other one', async () => {
    const { press } = await showCommands();
    await press('Show the open lead next to the list');
    expect(offered()).not.toContain('Show the open lead next to the list');
    await press('Show the leads as a table');
    expect(offered()).toContain('Show the open lead next to the list');
  });

  it('WS-2, WS-8: offers no layout on a phone, which has one', async () => {
    await showCommands({}, true);
    expect(offered()).toContain('Use compact rows');
    expect(offered().filter((name) => /as a table|next to the list/.test(name ?? ''))).toEqual([]);
  });

  it('WS-8 offers what changes something, by the name of what it will do', async () => {
    const { press, changed } = await showCommands({ filters: { country: ['DE'] } });
    await press('Use compact rows');
    expect(offered()).toContain('Use comfortable rows');
    await press('Show filters');
    expect(offered()).toContain('Hide filters');
    await press('Clear filters and search');
    expect(changed).toHaveBeenCalledWith({ filters: {}, search: '' });
    expect(offered()).not.toContain('Clear filters and search');
  });
});
