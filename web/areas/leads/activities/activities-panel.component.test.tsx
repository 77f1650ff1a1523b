import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { markOf } from '../../../../contract/leads/mentions.ts';
import { idOf, later, makeLead, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../test/parts/server.ts';
import { ActivitiesPanel } from './activities-panel.tsx';
import { askForActivity } from './ask-for-activity.ts';

const ada = makeMe().person;
const grace = { id: idOf(701), name: 'Grace Okafor', email: 'grace@contoso.example' };
const greta = { id: idOf(702), name: 'Greta Lind', email: 'greta@contoso.example' };

function makeActivity(more: Partial<Activity> = {}): Activity {
  return {
    id: idOf(500),
    version: 1,
    kind: 'note',
    at: later({ hours: -1 }),
    outcome: null,
    text: 'Budget is agreed.',
    textWithheld: false,
    mentions: [],
    author: { kind: 'person', personId: ada.id, name: ada.name },
    createdAt: later({ hours: -1 }),
    editedAt: null,
    mayEdit: true,
    mayDelete: true,
    ...more,
  };
}
const page = (items: Activity[], more: object = {}) => ({ items, nextCursor: null, mayAdd: true, ...more });

const show = (answers: Answers = {}) =>
  renderPart(<ActivitiesPanel lead={makeLead()} />, {
    answers: {
      'GET /api/v1/leads/:id/activities': page([]),
      'GET /api/v1/leads/:id/readers': { items: [grace, greta] },
      'POST /api/v1/leads/:id/activities': makeActivity(),
      ...answers,
    },
  });
const noteField = () => screen.findByRole('textbox', { name: 'Note' });

describe('WS-15: the form for activities', () => {
  it('WS-15 saves with Ctrl and Enter, says so, and is empty again', async () => {
    const { user, server } = await show();
    await user.type(await noteField(), 'Budget is agreed.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Note saved')).toBeTruthy();
    expect(server.asked('POST /api/v1/leads/:id/activities')).toMatchObject([
      { body: { kind: 'note', outcome: null, text: 'Budget is agreed.' } },
    ]);
    expect((await noteField()) as HTMLTextAreaElement).toHaveProperty('value', '');
  });

  it('WS-15 a call has outcomes, and what belongs to one kind goes with it', async () => {
    const { user, server } = await show();
    await noteField();
    await user.click(screen.getByRole('radio', { name: 'Call' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'How it went' }), 'No answer');
    await user.click(screen.getByRole('radio', { name: 'Meeting' }));
    await user.click(screen.getByRole('button', { name: 'Save meeting' }));
    await waitFor(() => expect(server.asked('POST /api/v1/leads/:id/activities').length).toBe(1));
    expect(server.asked('POST /api/v1/leads/:id/activities')[0]?.body).toEqual({
      kind: 'meeting',
      outcome: null,
      text: null,
    });
  });

  it('WS-15 a note without words is not sent, and a time to come is refused', async () => {
    const { user, fill, server } = await show();
    await noteField();
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Write something')).toBeTruthy();
    await user.type(await noteField(), 'x');
    await user.click(screen.getByRole('button', { name: 'It happened earlier' }));
    await fill(screen.getByLabelText('When it happened'), '2031-01-01T10:00');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Choose a time that has passed')).toBeTruthy();
    expect(server.asked('POST /api/v1/leads/:id/activities')).toEqual([]);
  });

  it('WS-15 what is refused stays in the form, with what is wrong at its field', async () => {
    const issues = [
      {
        path: 'body.text',
        rule: 'known-person',
        message: 'mentions Grace Okafor, who may not see this lead',
      },
    ];
    const { user } = await show({
      'POST /api/v1/leads/:id/activities': refusal('invalid-request', { issues }),
    });
    await user.type(await noteField(), 'x');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('Mentions Grace Okafor, who may not see this lead')).toBeTruthy();
    expect(await noteField()).toHaveProperty('value', 'x');
  });

  it('WS-15 begins with what is asked for, and never over typed words', async () => {
    const { user } = await show();
    const field = await noteField();
    act(() => askForActivity(makeLead().id, { kind: 'call', text: 'Call about the offer' }));
    expect(field).toHaveProperty('value', 'Call about the offer');
    expect(document.activeElement).toBe(field);
    await user.type(field, ' now');
    act(() => askForActivity(makeLead().id, { kind: 'note', text: 'Other' }));
    expect(field).toHaveProperty('value', 'Call about the offer now');
    expect(screen.getByRole('button', { name: 'Save call' })).toBeTruthy();
  });

  it('WS-15 is not there for those who add nothing', async () => {
    await show({ 'GET /api/v1/leads/:id/activities': page([], { mayAdd: false }) });
    expect(await screen.findByText('Nothing noted.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('WS-15: mentioning colleagues', () => {
  const offered = async () => {
    const list = await screen.findByRole('listbox', { name: 'Colleagues who may see this lead' });
    return within(list).getAllByRole('option');
  };

  it('WS-15 @ offers those who may see the lead; arrows choose, Enter takes, and the id is sent', async () => {
    const { user, server } = await show();
    const field = await noteField();
    await user.type(field, 'Please look, @gr');
    expect((await offered()).map((one) => one.textContent)).toEqual([
      expect.stringContaining('Grace Okafor'),
      expect.stringContaining('Greta Lind'),
    ]);
    await user.keyboard('{ArrowDown}');
    const [first, second] = await offered();
    expect(first?.getAttribute('aria-selected')).toBe('false');
    expect(field.getAttribute('aria-activedescendant')).toBe(second?.id);
    await user.keyboard('{Enter}');
    expect(field).toHaveProperty('value', 'Please look, @Greta Lind ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('today{Control>}{Enter}{/Control}');
    await waitFor(() => expect(server.asked('POST /api/v1/leads/:id/activities').length).toBe(1));
    expect(server.asked('POST /api/v1/leads/:id/activities')[0]?.body).toMatchObject({
      text: `Please look, ${markOf(greta.id)} today`,
    });
  });

  it('WS-8 Esc closes the list and keeps the words; a press takes a name too', async () => {
    const { user } = await show();
    const field = await noteField();
    await user.type(field, '@gra');
    await offered();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field).toHaveProperty('value', '@gra');
    await user.type(field, 'c');
    const [first] = await offered();
    if (first) await user.pointer({ keys: '[MouseLeft]', target: first });
    expect(field).toHaveProperty('value', '@Grace Okafor ');
  });

  it('WS-15 an address is no mention, and nobody is asked for without an @', async () => {
    const { user, server } = await show();
    await user.type(await noteField(), 'kim@alpine.example');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(server.asked('GET /api/v1/leads/:id/readers')).toEqual([]);
  });
});

describe('WS-15: the list of activities', () => {
  it('WS-15 has days, who did what, how it went, and mentions by their names', async () => {
    await show({
      'GET /api/v1/leads/:id/activities': page([
        makeActivity({
          text: `Ask ${markOf(grace.id)}`,
          mentions: [{ id: grace.id, name: grace.name }],
          editedAt: later({ minutes: -5 }),
        }),
        makeActivity({
          id: idOf(501),
          kind: 'call',
          outcome: 'no-answer',
          at: later({ days: -1 }),
          text: null,
          author: { kind: 'token', personId: null, name: 'CRM' },
        }),
      ]),
    });
    const today = await screen.findByRole('region', { name: 'Today' });
    expect(today.textContent).toContain('Note by Ada Berg');
    expect(today.textContent).toContain('Ask @Grace Okafor');
    expect(today.textContent).toContain('edited');
    const yesterday = screen.getByRole('region', { name: 'Yesterday' });
    expect(yesterday.textContent).toContain('Call by API token CRM');
    expect(yesterday.textContent).toContain('No answer');
  });

  it('LC-4 says that a text is no longer shown', async () => {
    const gone = makeActivity({ text: null, textWithheld: true, mayEdit: false, mayDelete: false });
    await show({ 'GET /api/v1/leads/:id/activities': page([gone], { mayAdd: false }) });
    expect(await screen.findByText(/is no longer shown/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit or delete' })).toBeNull();
  });

  it('WS-15 is deleted with Undo, which brings back the same one, also a colleague’s', async () => {
    const activity = makeActivity({ kind: 'call', outcome: 'reached', mayEdit: false });
    const { user, server } = await show({
      'GET /api/v1/leads/:id/activities': page([activity]),
      'DELETE /api/v1/leads/:id/activities/:activityId': undefined,
      'POST /api/v1/leads/:id/activities/:activityId/restore': activity,
    });
    await user.click(await screen.findByRole('button', { name: 'Edit or delete' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete call' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Call restored')).toBeTruthy();
    expect(server.asked('POST /api/v1/leads/:id/activities/:activityId/restore')).toMatchObject([
      { params: { activityId: activity.id } },
    ]);
    expect(server.asked('POST /api/v1/leads/:id/activities')).toEqual([]);
  });

  it('LC-9 a change over another one shows both, and saving again goes over the newer one', async () => {
    const now = makeActivity({ version: 2, text: 'Theirs' });
    const { user, fill, server } = await show({
      'GET /api/v1/leads/:id/activities': page([makeActivity()]),
      'PATCH /api/v1/leads/:id/activities/:activityId': refusal('activity-changed', { current: now }),
    });
    await user.click(await screen.findByRole('button', { name: 'Edit or delete' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit note' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit note' }));
    await fill(dialog.getByRole('textbox', { name: 'Note' }), 'Mine');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText(/It says now: “Theirs”/)).toBeTruthy();
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Mine');
    server.answer({
      'PATCH /api/v1/leads/:id/activities/:activityId': makeActivity({ version: 3, text: 'Mine' }),
    });
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const asked = server.asked('PATCH /api/v1/leads/:id/activities/:activityId');
    expect(asked.map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"']);
  });

  it('says when it can’t be loaded, and tries again', async () => {
    const { user, server } = await show({
      'GET /api/v1/leads/:id/activities': refusal('internal', { detail: 'Something broke.' }),
    });
    expect(await screen.findByText(/Something broke/)).toBeTruthy();
    server.answer({ 'GET /api/v1/leads/:id/activities': page([makeActivity()]) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Budget is agreed.')).toBeTruthy();
  });
});
