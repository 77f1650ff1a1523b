import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Holders, SharingRule, SharingRules } from '../../../../contract/leads/sharing.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { refusal } from '../../../../test/parts/server.ts';
import { SharingSection } from './sharing-section.tsx';

const [ada, ben, gone] = [1, 2, 3].map((n) => `0190a000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const rule = (name: string, more: Partial<SharingRule> = {}): SharingRule => ({
  id: `0190a000-0000-7000-8000-0000000000${name.length}0`,
  name,
  tab: null,
  locationIds: [],
  countries: [],
  offers: [],
  method: 'in-turn',
  paused: false,
  people: [{ id: ada, name: 'Ada Berg', perWeek: 5, givenThisWeek: 2, worksLeads: true, absence: null }],
  waiting: 0,
  waitingSince: null,
  ...more,
});
const rules = (...list: SharingRule[]): SharingRules => ({
  rules: list,
  escalation: null,
  locations: [],
  offers: [],
  updatedAt: '2026-06-01T09:00:00.000Z',
  updatedBy: 'Ada Berg',
  revision: 'one',
});
const nothing = { toAnswer: 0, deals: 0, informational: 0 };
const holders: Holders = {
  items: [
    {
      id: ada,
      name: 'Ada Berg',
      worksLeads: true,
      overseesLeads: true,
      absence: null,
      ...nothing,
      toAnswer: 2,
      deals: 1,
    },
    {
      id: ben,
      name: 'Ben Cruz',
      worksLeads: true,
      overseesLeads: false,
      absence: { from: '2026-01-01', until: '2099-01-02' },
      ...nothing,
    },
    {
      id: gone,
      name: 'Gail Old',
      worksLeads: false,
      overseesLeads: false,
      absence: null,
      ...nothing,
      deals: 1,
    },
  ],
  nobodys: 3,
};

const put = 'PUT /api/v1/sharing-rules';
function show(known: SharingRules, more: Record<string, unknown> = {}) {
  return renderPart(<SharingSection />, {
    answers: {
      'GET /api/v1/sharing-rules': known,
      'GET /api/v1/sharing-rules/waiting': { items: [], total: 0 },
      'GET /api/v1/held-leads': holders,
      'GET /api/v1/leads/bulk': { items: [] },
      [put]: known,
      ...more,
    },
  });
}

describe('WT-1: rules for new leads', () => {
  it('say for which leads they are, who gets them, and how many this week', async () => {
    await show(
      rules(
        rule('First'),
        rule('Second!', { tab: 'qualified', method: 'fewest-open', paused: true, waiting: 2 }),
      ),
    );
    const people = await screen.findByRole('list', { name: 'People of First' });
    expect(people.textContent).toBe('Ada Berg2 of 5 this week');
    screen.getByText('Qualified leads');
    screen.getByText('Whoever has the fewest open leads');
    screen.getByText('2 leads are waiting');
    screen.getByText('Paused');
  });

  it('are moved, paused and deleted with one click, based on what is shown, and that can be undone', async () => {
    const [first, second] = [rule('First'), rule('Second!')];
    const { user, server } = await show(rules(first, second));
    await user.click(await screen.findByRole('button', { name: 'Move First down' }));
    await user.click(screen.getByRole('button', { name: 'Pause First' }));
    await user.click(screen.getByRole('button', { name: 'Delete First' }));
    await waitFor(() => expect(server.asked(put)).toHaveLength(3));
    const sent = server.asked(put).map(({ body }) => body.rules.map((one) => [one.name, one.paused]));
    expect(sent).toEqual([
      [
        ['Second!', false],
        ['First', false],
      ],
      [
        ['First', true],
        ['Second!', false],
      ],
      [['Second!', false]],
    ]);
    expect(screen.getAllByRole('button', { name: 'Undo' }).length).toBeGreaterThan(0);
  });

  it('at either end, a rule moves no further', async () => {
    const { user, server } = await show(rules(rule('First'), rule('Second!')));
    await user.click(await screen.findByRole('button', { name: 'Move First up' }));
    await user.click(screen.getByRole('button', { name: 'Move Second! down' }));
    expect(server.asked(put)).toEqual([]);
  });

  it('a new one needs a name, people, and whole numbers', async () => {
    const { user, server } = await show(rules());
    await user.click(await screen.findByRole('button', { name: 'Add rule' }));
    const dialog = await screen.findByRole('dialog', { name: 'New rule' });
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    within(dialog).getByText('Enter a name for the rule');
    within(dialog).getByText('Choose who gets leads');
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), ' All ');
    await user.click(within(dialog).getByRole('combobox', { name: 'Who gets leads' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Ada Berg',
      'Ben Cruz',
    ]);
    await user.click(screen.getByRole('option', { name: 'Ben Cruz' }));
    const limit = within(dialog).getByRole('textbox', { name: 'Maximum leads per week for Ben Cruz' });
    await user.type(limit, '2,5');
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    within(dialog).getByText('Enter a whole number from 1 to 1000, or leave it empty');
    expect(server.asked(put)).toEqual([]);
    await user.clear(limit);
    await user.type(limit, '3');
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() => expect(server.asked(put)).toHaveLength(1));
    expect(server.asked(put)[0]?.body.rules).toEqual([
      {
        ...{ id: null, name: 'All', tab: null, locationIds: [], method: 'in-turn', paused: false },
        ...{ countries: [], offers: [] },
        people: [{ personId: ben, perWeek: 3 }],
      },
    ]);
  });

  it('of two who edit, the second keeps what they typed and is asked', async () => {
    const known = rules(rule('First'));
    const { user, server } = await show(known, {
      [put]: refusal('settings-changed', { current: { ...known, revision: 'two' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Edit First' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit rule' });
    const name = within(dialog).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Mine');
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Keep my changes' }));
    server.answer({ [put]: known });
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() => expect(server.asked(put)).toHaveLength(2));
    expect(server.asked(put)[1]?.body.rules[0]?.name).toBe('Mine');
  });
});

describe('WT-2: who has what', () => {
  it('says what people own, who is away, and who still owns something after leaving', async () => {
    await show(rules());
    await screen.findByText('2 to answer');
    expect(screen.getByText('No longer works on leads')).toBeTruthy();
    expect(screen.getByText(/^Away until/).textContent).toContain('2099');
    expect(screen.getByRole('link', { name: '3 leads to answer' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Say when Gail Old is away' })).toBeNull();
  });

  it('hands over what somebody holds, counted right before', async () => {
    const held = { toAnswer: 0, deals: 2, informational: 0, total: 2, countedAt: '2026-06-01T09:00:00.000Z' };
    const { user } = await show(rules(), {
      'GET /api/v1/people/:personId/held-leads': held,
      'GET /api/v1/people': { items: [{ id: ada, name: 'Ada Berg', email: 'ada@example.test' }] },
    });
    await user.click(await screen.findByRole('button', { name: 'Hand over the leads of Gail Old' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('2 leads');
    within(dialog).getByRole('combobox', { name: 'Who gets the leads' });
  });

  it('says when there is nothing to hand over', async () => {
    const held = { ...nothing, total: 0, countedAt: '2026-06-01T09:00:00.000Z' };
    const { user } = await show(rules(), { 'GET /api/v1/people/:personId/held-leads': held });
    await user.click(await screen.findByRole('button', { name: 'Hand over the leads of Ben Cruz' }));
    await screen.findByText('Ben Cruz has no open leads');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('WT-1: which leads a rule is for', () => {
  it('are said by country and offer, also by one that is no longer published', async () => {
    const known = {
      ...rules(rule('Alps', { countries: ['AT', 'CH'], offers: ['contoso.gone', 'contoso.backup'] })),
    };
    const { user, server } = await show({
      ...known,
      offers: [{ name: 'contoso.backup', title: 'Backup' }],
    });
    await screen.findByText('From Austria, Switzerland');
    screen.getByText('About contoso.gone, Backup');
    await user.click(screen.getByRole('button', { name: 'Edit Alps' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('combobox', { name: 'Customers’ countries' }), 'Germ');
    await user.click(await screen.findByRole('option', { name: 'Germany' }));
    await user.click(within(dialog).getByRole('button', { name: 'Save rule' }));
    await waitFor(() => expect(server.asked(put)).toHaveLength(1));
    expect(server.asked(put)[0]?.body.rules[0]).toMatchObject({
      countries: ['AT', 'CH', 'DE'],
      offers: ['contoso.gone', 'contoso.backup'],
    });
  });
});

describe('WT-3: who is told when nobody answers', () => {
  it('is chosen among those who see every lead, with a number of hours, and keeps the rules', async () => {
    const { user, server } = await show(rules(rule('First')));
    await screen.findByRole('heading', { name: 'When nobody answers' });
    expect(screen.queryByRole('textbox', { name: 'After how many working hours' })).toBeNull();
    await user.click(screen.getByRole('combobox', { name: 'Who is told' }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Ada Berg']);
    await user.click(screen.getByRole('option', { name: 'Ada Berg' }));
    const hours = screen.getByRole('textbox', { name: 'After how many working hours' });
    const save = screen.getByRole('button', { name: 'Save' });
    await user.clear(hours);
    await user.click(save);
    screen.getByText('Enter a whole number from 1 to 200');
    expect(server.asked(put)).toEqual([]);
    await user.type(hours, '4');
    await user.click(save);
    await waitFor(() => expect(server.asked(put)).toHaveLength(1));
    const [sent] = server.asked(put);
    expect(sent?.body.escalation).toEqual({ personId: ada, afterHours: 4 });
    expect(sent?.body.rules.map(({ name }) => name)).toEqual(['First']);
    await screen.findByText('Saved');
  });

  it('is no conflict with a rule that was saved beside it', async () => {
    let current = rules(rule('First'));
    const { user, server } = await show(current, {
      'GET /api/v1/sharing-rules': () => current,
      [put]: () => {
        current = { ...rules(rule('First', { paused: true })), revision: 'two' };
        return current;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Pause First' }));
    await screen.findByText('Rule paused');
    await user.click(screen.getByRole('combobox', { name: 'Who is told' }));
    await user.click(screen.getByRole('option', { name: 'Ada Berg' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.asked(put)).toHaveLength(2));
    const [, sent] = server.asked(put);
    expect(sent?.headers.get('if-match')).toBe('"two"');
    expect(sent?.body.rules[0]?.paused).toBe(true);
  });
});
