import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../../../test/parts/render.tsx';
import { SearchBox } from './search-box.tsx';

async function showBox(begin = '') {
  const onSearch = vi.fn();
  function Search() {
    const [search, setSearch] = useState(begin);
    return (
      <>
        <SearchBox
          search={search}
          onSearch={(next) => {
            onSearch(next);
            setSearch(next);
          }}
        />
        <button type="button" onClick={() => setSearch('from a link')}>
          Follow a link
        </button>
      </>
    );
  }
  const { user } = await renderPart(<Search />);
  return { user, onSearch, type: (text: string) => user.type(box(), text) };
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Search leads/ });

describe('the search box', () => {
  it('WS-5: searches for what was typed, once, after a pause', async () => {
    const { type, onSearch } = await showBox();
    await type('alpine');
    await waitFor(() => expect(onSearch).toHaveBeenCalled());
    expect(onSearch.mock.calls).toEqual([['alpine']]);
  });

  it('searches at once with Enter', async () => {
    const { type, onSearch } = await showBox();
    await type('alpine{Enter}');
    expect(onSearch.mock.calls).toEqual([['alpine']]);
  });

  it('says that a term is too short, and does not search for it', async () => {
    const { type, onSearch } = await showBox();
    await type('al{Enter}');
    expect(onSearch).not.toHaveBeenCalled();
    expect(screen.getByRole('textbox', { description: 'Type at least three letters or digits' })).toBe(box());
    await type('p{Enter}');
    expect(onSearch.mock.calls).toEqual([['alp']]);
    expect(screen.queryByText('Type at least three letters or digits')).toBeNull();
  });

  it('does not search again for the same term with a space at its end', async () => {
    const { type, onSearch } = await showBox('alpine');
    await type(' {Enter}');
    expect(onSearch).not.toHaveBeenCalled();
  });

  it.each(['Esc', 'its button'])('is emptied by %s, at once, and keeps the focus', async (way) => {
    const { user, type, onSearch } = await showBox('alpine');
    if (way === 'Esc') await type('{Escape}');
    else await user.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(onSearch.mock.calls).toEqual([['']]);
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(box());
    expect(screen.queryByRole('button', { name: 'Clear search' })).toBeNull();
  });

  it('shows the search of a link, and keeps what is being typed otherwise', async () => {
    const { user } = await showBox('alpine');
    await user.click(screen.getByRole('button', { name: 'Follow a link' }));
    expect(box().value).toBe('from a link');
  });
});
