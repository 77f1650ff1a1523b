import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { defaultListState } from '../../../lead-query/list-state.ts';
import { rememberList } from '../../../lead-query/remembered.ts';
import { SearchBox } from './search-box.tsx';
import { useListState } from './use-list-state.ts';

function List() {
  const { state, change } = useListState();
  return (
    <>
      <SearchBox search={state.search} onSearch={(search) => change({ search })} />
      <button type="button" onClick={() => change({ filters: { status: ['Won'] } })}>
        Only won
      </button>
      <output>{JSON.stringify(state.filters)}</output>
    </>
  );
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Search leads/ });

describe('the address of the list', () => {
  it('carries what is filtered and searched', async () => {
    const { user, address } = await renderPart(<List />, { at: '/leads' });
    await user.type(box(), 'alpine{Enter}');
    await user.click(screen.getByRole('button', { name: 'Only won' }));
    await waitFor(() => expect(address()).toContain('search=alpine'));
    expect(decodeURIComponent(address())).toContain('status=');
    expect(screen.getByText('{"status":["Won"]}')).toBeTruthy();
  });

  it.each(['kim@alpine.example', '+49 89 1234567'])('DP-2: never carries %s', async (contact) => {
    const { user, address } = await renderPart(<List />, { at: '/leads' });
    await user.type(box(), `${contact}{Enter}`);
    await waitFor(() => expect(address()).toContain('kept='));
    expect(decodeURIComponent(address())).not.toContain(contact);
    expect(box().value).toBe(contact);
  });

  it('DP-2: loses a contact that a link brought, and still searches for it', async () => {
    const { address } = await renderPart(<List />, { at: '/leads?search=kim%40alpine.example' });
    await waitFor(() => expect(address()).toContain('kept='));
    expect(address()).not.toContain('alpine');
    expect(box().value).toBe('kim@alpine.example');
  });

  it('gets the remembered filters back when it says nothing', async () => {
    rememberList(makeMe(), { ...defaultListState, filters: { country: ['DE'] } });
    const { address } = await renderPart(<List />, { at: '/leads' });
    await waitFor(() => expect(address()).toContain('country='));
    expect(screen.getByText('{"country":["DE"]}')).toBeTruthy();
  });
});
