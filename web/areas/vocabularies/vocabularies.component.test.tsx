import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newCodePattern, vocabularyNames } from '../../../contract/vocabularies/lists.ts';
import type {
  Vocabularies,
  Vocabulary,
  VocabularyValue,
} from '../../../contract/vocabularies/vocabularies.ts';
import { renderPart } from '../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../test/parts/server.ts';
import { moved } from '../../ui/moved.ts';
import { suggestCode } from './vocabularies-data.ts';
import { VocabulariesSection } from './vocabularies-section.tsx';

const value = (code: string, more: Partial<VocabularyValue> = {}): VocabularyValue => ({
  code,
  label: code,
  labels: { en: code, de: `${code} (D)` },
  state: 'offered',
  replacedBy: null,
  parent: null,
  ...more,
});
const list = (name: Vocabulary['name'], ...values: VocabularyValue[]): Vocabulary => ({
  name,
  revision: 'one',
  values,
});
const all = (industries: Vocabulary, more: Partial<Vocabularies> = {}): Vocabularies => ({
  items: vocabularyNames.map((name) => (name === 'industries' ? industries : list(name))),
  packs: [{ name: 'neutral', values: 3, missing: 0, relabeled: 0, returning: 0, others: 0 }],
  ...more,
});
const three = list(
  'industries',
  value('Banking'),
  value('Mining'),
  value('Old', { state: 'retired', replacedBy: 'Mining' }),
);
const path = '/api/v1/vocabularies/:vocabulary';

async function show(industries: Vocabulary = three, answers: Answers = {}) {
  return renderPart(<VocabulariesSection />, {
    answers: { 'GET /api/v1/vocabularies': all(industries), ...answers },
  });
}
const button = (name: string) => screen.findByRole('button', { name });

describe('VO-1: the lists', () => {
  it('show values in use with their code and other labels, and retired ones with what they are found through', async () => {
    await show();
    const rows = within(await screen.findByRole('list', { name: 'Industries' })).getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toContain('Code Banking');
    expect(rows[0]?.textContent).toContain('Deutsch: Banking (D)');
    expect(screen.getByText('Found through Mining')).toBeTruthy();
  });

  it('say that nothing is in use', async () => {
    await show(list('industries'));
    expect(await screen.findByText('No values in use')).toBeTruthy();
  });

  it('offer to try again when they could not be loaded', async () => {
    const { server, user } = await show(three, { 'GET /api/v1/vocabularies': refusal('internal') });
    server.answer({ 'GET /api/v1/vocabularies': all(three) });
    await user.click(await button('Try again'));
    expect(await screen.findByRole('list', { name: 'Industries' })).toBeTruthy();
  });

  it('send a new order, which Undo takes back', async () => {
    const swapped = { ...list('industries', value('Mining'), value('Banking')), revision: 'two' };
    const { user, server } = await show(three, { [`PUT ${path}/order`]: swapped });
    await user.click(await button('Move Mining up'));
    const asked = () => server.asked(`PUT ${path}/order`);
    await waitFor(() => expect(asked()).toHaveLength(1));
    expect(asked()[0]).toMatchObject({
      params: { vocabulary: 'industries' },
      body: { codes: ['Mining', 'Banking'] },
    });
    expect(asked()[0]?.headers.get('if-match')).toBe('"one"');
    await user.click(await button('Undo'));
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]?.body).toEqual({ codes: ['Banking', 'Mining'] });
    expect(asked()[1]?.headers.get('if-match')).toBe('"two"');
  });
});

describe('VO-1: renaming', () => {
  it('sends only what was typed, and null for a label that was emptied', async () => {
    const { user, server } = await show(three, { [`PATCH ${path}/values/:code`]: three });
    await user.click(await button('Edit Banking'));
    await user.clear(await screen.findByLabelText('Label in Deutsch'));
    await user.click(await button('Save labels'));
    await waitFor(() => expect(server.asked(`PATCH ${path}/values/:code`)).toHaveLength(1));
    expect(server.asked(`PATCH ${path}/values/:code`)[0]).toMatchObject({
      params: { vocabulary: 'industries', code: 'Banking' },
      body: { labels: { de: null } },
    });
  });

  it('puts what is refused at its field', async () => {
    const issues = [{ path: 'body.labels.de', rule: 'new-label', message: 'is the label of another value' }];
    const { user } = await show(three, {
      [`PATCH ${path}/values/:code`]: refusal('invalid-request', { issues }),
    });
    await user.click(await button('Edit Banking'));
    await user.type(await screen.findByLabelText('Label in Deutsch'), '!');
    await user.click(await button('Save labels'));
    expect(
      await screen.findByRole('textbox', {
        name: 'Label in Deutsch',
        description: 'Is the label of another value',
      }),
    ).toBeTruthy();
  });
});

describe('VO-1: retiring', () => {
  it('asks for a replacement among values in use, and offers to undo it', async () => {
    const { user, server } = await show(three, {
      [`PUT ${path}/values/:code/retirement`]: three,
      [`DELETE ${path}/values/:code/retirement`]: three,
    });
    await user.click(await button('Retire Banking'));
    await user.click(await screen.findByRole('combobox', { name: 'Found through' }));
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Mining']);
    await user.click(screen.getByRole('option', { name: 'Mining' }));
    await user.click(await button('Retire value'));
    await waitFor(() => expect(server.asked(`PUT ${path}/values/:code/retirement`)).toHaveLength(1));
    expect(server.asked(`PUT ${path}/values/:code/retirement`)[0]?.body).toEqual({ replacedBy: 'Mining' });
    await user.click(await button('Undo'));
    await waitFor(() => expect(server.asked(`DELETE ${path}/values/:code/retirement`)).toHaveLength(1));
  });

  it('offers no Undo where it would not bring back what others are found through', async () => {
    const { user } = await show(three, { [`PUT ${path}/values/:code/retirement`]: three });
    await user.click(await button('Retire Mining'));
    await user.click(await button('Retire value'));
    expect(await screen.findByText('Mining: retired')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('VO-2: packs', () => {
  it('say what loading would do, and send what becomes of other values', async () => {
    const packs: Vocabularies['packs'] = [
      { name: 'neutral', values: 3, missing: 0, relabeled: 0, returning: 0, others: 0 },
      { name: 'partner-center', values: 9, missing: 4, relabeled: 1, returning: 2, others: 5 },
    ];
    const loading = 'POST /api/v1/vocabulary-packs/:pack/loading';
    const { user, server } = await show(three, {
      'GET /api/v1/vocabularies': all(three, { packs }),
      [loading]: { added: 4, relabeled: 1, returned: 2, retired: 5 },
    });
    expect(await screen.findByText('Loaded completely')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Load the pack Neutral' })).toBeNull();
    for (const text of ['4 of 9 values are missing', '1 new label', '2 retired values come back'])
      expect(screen.getByText(text)).toBeTruthy();
    await user.click(await button('Load the pack Partner Center'));
    await user.click(await screen.findByRole('radio', { name: 'Retire them' }));
    await user.click(await button('Load pack'));
    await waitFor(() => expect(server.asked(loading)).toHaveLength(1));
    expect(server.asked(loading)[0]).toMatchObject({
      params: { pack: 'partner-center' },
      body: { others: 'retire' },
    });
    expect(
      await screen.findByText('Pack loaded: 4 added, 1 with new labels, 2 brought back, 5 retired'),
    ).toBeTruthy();
  });
});

describe('VO-1: codes and places', () => {
  it.each([
    ['Ship building', 'ShipBuilding'],
    ['Öl & gas', 'OlGas'],
    ['日本', ''],
    ['x'.repeat(200), `X${'x'.repeat(99)}`],
  ])('a code for “%s” is “%s”', (label, code) => expect(suggestCode(label)).toBe(code));

  it.each([
    ['Azure', true],
    ['DynamicsAX,GP,NAV,SL', true],
    ['Primary and Secondary/K-12', true],
    ['../x', false],
    ['Öl', false],
    ['', false],
  ])('“%s” can be a code: %s', (code, can) => expect(newCodePattern.test(code)).toBe(can));

  it('a value moves by one, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
