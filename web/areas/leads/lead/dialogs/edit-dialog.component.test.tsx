import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { idOf, makeDeal, makeEvent } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../../test/parts/server.ts';
import { EditDialog, type EditPart } from './edit-dialog.tsx';

const deal = makeDeal();
const theirs = makeDeal({ version: 3 }, { name: 'Alpine, their name', crmId: 'CRM-9' });
const changed = refusal('lead-changed', { current: theirs, changes: [makeEvent('lead.edited')] });
const name = 'PATCH /api/v1/leads/:id';
const [ada] = deal.team;
const ben = { id: idOf(902), name: 'Ben Cruz', email: 'ben@contoso.example' };

async function openDialog(answers: Answers = {}, part: EditPart = 'deal') {
  const onClose = vi.fn();
  const people = { items: ada ? [ada, ben] : [ben] };
  const page = await renderPart(<EditDialog lead={deal} part={part} onClose={onClose} />, {
    answers: { 'GET /api/v1/people': people, ...answers },
  });
  const { user } = page;
  return {
    ...page,
    onClose,
    rename: (words: string) => page.fill(field('Deal name'), words),
    press: (button: string) => user.click(screen.getByRole('button', { name: button })),
    closed: () => waitFor(() => expect(onClose).toHaveBeenCalledOnce()),
  };
}
const side = (label: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name: label });
const field = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: label });

describe('editing a deal', () => {
  it('LC-6: sends only what was changed, with the version that it is based on', async () => {
    const { rename, press, server, closed } = await openDialog({ [name]: theirs });
    await rename('My name');
    await press('Save');
    await closed();
    const [asked] = server.asked(name);
    expect(asked?.body).toEqual({ dealName: 'My name' });
    expect(asked?.headers.get('if-match')).toBe('"2"');
  });

  it('sends nothing when nothing was changed', async () => {
    const { press, server, closed } = await openDialog();
    await press('Save');
    await closed();
    expect(server.asked(name)).toEqual([]);
  });

  it('LC-9: asks for each field that both changed: mine, theirs or before; saves nothing yet', async () => {
    const { rename, press, server, onClose } = await openDialog({ [name]: changed });
    await rename('My name');
    await press('Save');
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('This lead was changed by Ben Cruz 5 minutes ago')).toBeTruthy();
    const choice = within(notice).getByRole('radiogroup', { name: 'Deal name' });
    expect(
      within(choice)
        .getAllByRole('radio')
        .map((radio) => (radio as HTMLInputElement).checked),
    ).toEqual([true, false, false]);
    expect(side(/^Yours My name$/)).toBe(document.activeElement);
    expect(side(/^Theirs Alpine, their name$/)).toBeTruthy();
    expect(side(new RegExp(`^Before ${deal.deal?.name}$`))).toBeTruthy();
    expect(
      within(notice)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['CRM ID: CRM-9']);
    expect(field('Deal name').value).toBe('My name');
    expect(field('CRM ID').value).toBe('CRM-9');
    expect(server.asked(name)).toHaveLength(1);
    expect(onClose).not.toHaveBeenCalled();
  });

  it('LC-9: keeps my value unless I choose, and saves it on top of their version', async () => {
    const { rename, press, server, closed } = await openDialog({ [name]: changed });
    await rename('My name');
    await press('Save');
    await screen.findByRole('alert');
    server.answer({ [name]: theirs });
    await press('Save');
    await closed();
    const again = server.asked(name).at(-1);
    expect(again?.body).toEqual({ dealName: 'My name' });
    expect(again?.headers.get('if-match')).toBe('"3"');
  });

  it('LC-9: by keyboard, takes theirs for one field and mine for another', async () => {
    const both = makeDeal({ version: 3 }, { name: 'Their name', notes: 'Their notes,\nlong and careful' });
    const { user, rename, fill, press, server, closed } = await openDialog({
      [name]: refusal('lead-changed', { current: both, changes: [makeEvent('lead.edited')] }),
    });
    await rename('My name');
    await fill(field('Notes'), 'My notes');
    await press('Save');
    await screen.findByRole('radiogroup', { name: 'Notes' });
    expect(side(/^Theirs Their notes,\s+long and careful$/)).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    expect(side(/^Theirs Their name$/).checked).toBe(true);
    expect(field('Deal name').value).toBe('Their name');
    expect(field('Notes').value).toBe('My notes');
    server.answer({ [name]: both });
    await press('Save');
    await closed();
    expect(server.asked(name).at(-1)?.body).toEqual({ notes: 'My notes' });
  });

  it('LC-9: nothing typed is lost by choosing, and a later correction is neither side', async () => {
    const { user, rename, press } = await openDialog({ [name]: changed });
    await rename('My name');
    await press('Save');
    await screen.findByRole('alert');
    await user.click(side(/^Before /));
    expect(field('Deal name').value).toBe(deal.deal?.name);
    await user.click(side(/^Yours /));
    expect(field('Deal name').value).toBe('My name');
    await rename('Our name');
    expect(side(/^Yours /).checked).toBe(false);
    expect(screen.getByText('You have changed this since. What is in the form will be saved.')).toBeTruthy();
  });

  it('LC-9: uses theirs, and is done when nothing of mine is left', async () => {
    const { user, rename, press, server, closed } = await openDialog({ [name]: changed });
    await rename('My name');
    await press('Save');
    await screen.findByRole('alert');
    await user.click(side(/^Theirs /));
    await press('Save');
    await closed();
    expect(server.asked(name)).toHaveLength(1);
    expect(await screen.findByText(/^Nothing of yours was left to save/)).toBeTruthy();
  });

  it('LC-9: keeps both when the fields differ', async () => {
    const other = makeDeal({ version: 3 }, { notes: 'Their notes' });
    const { rename, press } = await openDialog({ [name]: refusal('lead-changed', { current: other }) });
    await rename('My name');
    await press('Save');
    await screen.findByText('This lead was changed while you were editing');
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(screen.getByText('Your changes to other fields stay: deal name.')).toBeTruthy();
    expect(field('Deal name').value).toBe('My name');
    expect(field('Notes').value).toBe('Their notes');
  });

  it('LC-9: asks again when the lead changes once more', async () => {
    const { rename, press, server, closed } = await openDialog({ [name]: changed });
    await rename('My name');
    await press('Save');
    await screen.findByRole('alert');
    const newer = makeDeal({ version: 4 }, { name: 'Newest name', crmId: 'CRM-9' });
    server.answer({ [name]: refusal('lead-changed', { current: newer }) });
    await press('Save');
    await screen.findByRole('radio', { name: /^Theirs Newest name$/ });
    expect(side(/^Before Alpine, their name$/)).toBeTruthy();
    server.answer({ [name]: newer });
    await press('Save');
    await closed();
    expect(server.asked(name).at(-1)?.headers.get('if-match')).toBe('"4"');
  });

  it('says that the deal was closed meanwhile, and offers no way to save', async () => {
    const closedDeal = makeDeal({ version: 3, status: 'Archived', outcome: 'Won', allowedActions: [] });
    const { rename, press } = await openDialog({
      [name]: refusal('lead-changed', { current: closedDeal, changes: [makeEvent('lead.won')] }),
    });
    await rename('My name');
    await press('Save');
    expect(await screen.findByText('This lead was closed as won by Ben Cruz 5 minutes ago.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(screen.queryByRole('radiogroup')).toBeNull();
    expect(field('Deal name').value).toBe('My name');
  });
});

describe('the team of a deal', () => {
  const team = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Team' });

  it('is chosen among the people by name', async () => {
    const { user, press, server, closed } = await openDialog({ [name]: deal }, 'people');
    await user.type(team(), 'Cru');
    await user.click(await screen.findByRole('option', { name: /Ben Cruz/ }));
    await press('Save');
    await closed();
    expect(server.asked(name)[0]?.body).toEqual({ teamMemberIds: [ada?.id, ben.id] });
  });

  it('LC-9: shows both teams by name when both changed it', async () => {
    const wider = { ...deal, version: 3, team: [...deal.team, { ...ben, id: idOf(903), name: 'Cleo Dahl' }] };
    const { user, press, server, closed } = await openDialog(
      { [name]: refusal('lead-changed', { current: wider }) },
      'people',
    );
    await user.type(team(), 'Cru');
    await user.click(await screen.findByRole('option', { name: /Ben Cruz/ }));
    await press('Save');
    await screen.findByRole('radiogroup', { name: 'Team' });
    expect(side(/^Yours Ada Berg and Ben Cruz$/).checked).toBe(true);
    await user.click(side(/^Theirs Ada Berg and Cleo Dahl$/));
    await press('Save');
    await closed();
    expect(server.asked(name)).toHaveLength(1);
  });

  it('needs at least one person', async () => {
    const { user, press, server } = await openDialog({}, 'people');
    await user.type(team(), '{Backspace}');
    await press('Save');
    expect(await screen.findByText('Choose at least one person')).toBeTruthy();
    expect(server.asked(name)).toEqual([]);
  });

  it('says who left since, and lets them go by saving', async () => {
    await openDialog({ 'GET /api/v1/people': { items: [ben] } }, 'people');
    expect(
      await screen.findByText(/Ada Berg no longer works on leads here and will be removed when you save/),
    ).toBeTruthy();
  });

  it('says so when the people can’t be loaded', async () => {
    await openDialog({ 'GET /api/v1/people': refusal('internal') }, 'people');
    expect(await screen.findByText(/^Couldn’t load the list of people\./)).toBeTruthy();
  });
});
