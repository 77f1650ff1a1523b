import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { makeOwnView } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { writeDefinition } from '../../../lead-query/definitions.ts';
import { defaultListState } from '../../../lead-query/list-state.ts';
import { usualLook } from '../../../lead-query/look.ts';
import { ViewDialog } from './view-dialog.tsx';

const own = makeOwnView({ name: 'Mine to answer', shared: true });
const definition = writeDefinition({ ...defaultListState, filters: { country: ['DE'] } }, usualLook);

async function showDialog(view: typeof own | undefined, answers: Answers = {}) {
  const [onSaved, onClose] = [vi.fn(), vi.fn()];
  const page = await renderPart(
    <ViewDialog view={view} definition={definition} onSaved={onSaved} onClose={onClose} />,
    { answers: { 'POST /api/v1/views': own, 'PATCH /api/v1/views/:id': own, ...answers } },
  );
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' });
  return { ...page, name, onSaved, onClose, save: () => screen.getByRole('button', { name: 'Save' }) };
}

describe('WS-3: the dialog that names a view', () => {
  it('WS-3 needs a name, and says what a new view holds', async () => {
    const { user, server, save, name, onClose } = await showDialog(undefined);
    screen.getByText(
      /^A view keeps everything about the list as it is now: tab, filters, search, order, columns and layout/,
    );
    screen.getByRole('checkbox', { description: /shared without the search and customers’ names/ });
    await waitFor(() => expect(document.activeElement).toBe(name));
    await user.type(name, '   ');
    await user.click(save());
    screen.getByRole('textbox', { name: 'Name', description: /Give the view a name/ });
    expect(document.activeElement).toBe(name);
    expect(server.asked('POST /api/v1/views')).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('W-14: a new view is sent with all that the list is, and for the person alone', async () => {
    const { user, server, save, name, onSaved, onClose } = await showDialog(undefined);
    await user.type(name, 'Germany');
    await user.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const [sent] = server.asked('POST /api/v1/views');
    expect(sent?.body).toMatchObject({ name: 'Germany', shared: false });
    expect(sent?.body.definition.query).toMatchObject({ country: ['DE'], sort: '-createdAt' });
    expect(sent?.body.definition.look.layout).toBe('grid');
    expect(onSaved).toHaveBeenCalledWith(own);
  });

  it('WS-3 renaming leaves what the view holds', async () => {
    const { user, server, save, name, onClose } = await showDialog(own);
    expect(name.value).toBe('Mine to answer');
    await user.click(screen.getByRole('checkbox', { name: /^Share with everyone/, checked: true }));
    await user.click(save());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(server.asked('PATCH /api/v1/views/:id')[0]?.body).toEqual({
      name: 'Mine to answer',
      shared: false,
    });
  });

  it('WS-3 shows next to the name why it was refused', async () => {
    const issues = [{ path: 'body.name', rule: 'length', message: 'is too long' }];
    const { user, save, name, onClose } = await showDialog(undefined, {
      'POST /api/v1/views': refusal('invalid-request', { issues }),
    });
    await user.type(name, 'Germany');
    await user.click(save());
    await screen.findByRole('textbox', { name: 'Name', description: /too long/i });
    expect(name.value).toBe('Germany');
    expect(onClose).not.toHaveBeenCalled();
  });
});
