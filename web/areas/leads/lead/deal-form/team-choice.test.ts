import { describe, expect, it } from 'vitest';
import { sortOutTeam } from './team-choice.ts';

const person = (name: string) => ({
  id: name.toLowerCase(),
  name,
  email: `${name.toLowerCase()}@contoso.example`,
});
const [grace, diego, liam] = [person('Grace'), person('Diego'), person('Liam')];
const labels = (facts: Partial<Parameters<typeof sortOutTeam>[0]>) => {
  const choice = sortOutTeam({ team: [], chosen: ['grace'], people: [grace, liam], me: grace, ...facts });
  return { ...choice, options: choice.options.map(({ label }) => label) };
};

describe('LC-6: who can be in a team', () => {
  it('are the people who work on leads here', () => {
    expect(labels({})).toEqual({ options: ['Grace', 'Liam'], chosen: ['grace'], note: undefined });
  });

  it('who left the team of the lead goes by saving, and is named', () => {
    const { options, chosen, note } = labels({ team: [grace, diego], chosen: ['grace', 'diego', 'liam'] });
    expect([options, chosen]).toEqual([
      ['Grace', 'Liam'],
      ['grace', 'liam'],
    ]);
    expect(note).toBe('Diego no longer works on leads here and will be removed when you save.');
  });

  it('who was chosen in a draft and left since is shown as that, not by an id, and can be removed', () => {
    const { options, chosen, note } = labels({ chosen: ['grace', 'diego'] });
    expect([options, chosen]).toEqual([
      ['Grace', 'Liam', 'Someone who left'],
      ['grace', 'diego'],
    ]);
    expect(note).toBe('Someone you chose no longer works on leads here. Remove them.');
  });

  it('a person whose own role sees no leads any more is offered only while they are chosen', () => {
    expect(labels({ people: [liam], chosen: ['liam'] }).options).toEqual(['Liam']);
    expect(labels({ people: [liam], chosen: ['grace'] }).options).toEqual(['Liam', 'Grace']);
  });

  it('nothing is said of anybody while it is not known who is here', () => {
    expect(labels({ people: undefined, team: [diego], chosen: ['grace', 'diego', 'liam'] })).toEqual({
      options: ['Diego', 'Grace', 'Loading…'],
      chosen: ['grace', 'diego', 'liam'],
      note: undefined,
    });
  });
});
