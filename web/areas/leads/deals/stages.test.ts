import { describe, expect, it } from 'vitest';
import { dealStages, subStages } from '../../../../contract/leads/lists.ts';
import { makeBoardDeal } from './deals.fixture.ts';
import { destinations, isSameTicks, neighborOf, stageOf, ticksFor, ticksOf, withTicks } from './stages.ts';

describe('LC-6: the stages of a deal', () => {
  it.each(dealStages)('LC-6 what is ticked for %s makes it the stage', (stage) => {
    expect(stageOf(ticksFor(stage))).toBe(stage);
  });

  it('LC-6 everything up to a stage is ticked, nothing after it', () => {
    expect(ticksFor('developed')).toEqual({
      qualified: true,
      developed: true,
      proposed: false,
      negotiated: false,
    });
    expect(Object.values(ticksFor('accepted')).some(Boolean)).toBe(false);
  });

  it('LC-6 the furthest tick counts, whatever is ticked before it', () => {
    expect(stageOf(ticksOf(['negotiated']))).toBe('negotiated');
    expect(stageOf(ticksOf(['proposed', 'qualified']))).toBe('proposed');
  });

  it('LC-6 moving there and back restores exactly what was ticked', () => {
    const deal = makeBoardDeal({ column: 'proposed', ticked: ['proposed'] });
    const there = withTicks(deal, ticksFor('qualified'));
    expect(there).toMatchObject({ column: 'qualified', ticked: ['qualified'] });
    expect(withTicks(there, ticksOf(deal.ticked))).toEqual(deal);
    expect(isSameTicks(ticksFor('qualified'), ticksOf(there.ticked))).toBe(true);
    for (const stage of subStages) expect(isSameTicks(ticksOf([stage]), ticksOf([]))).toBe(false);
  });
});

describe('LC-6: where a deal can go', () => {
  it('LC-6 to the other stages, won and lost; nowhere once it is closed', () => {
    expect(destinations(makeBoardDeal({ column: 'qualified' }))).toEqual([
      'accepted',
      'developed',
      'proposed',
      'negotiated',
      'won',
      'lost',
    ]);
    expect(destinations(makeBoardDeal({ column: 'won' }))).toEqual([]);
  });

  it('ID-4 only where the person may', () => {
    expect(destinations(makeBoardDeal({ allowedActions: ['favorite'] }))).toEqual([]);
    expect(destinations(makeBoardDeal({ allowedActions: ['close-outcome'] }))).toEqual(['won', 'lost']);
  });

  it('WS-8 a step leads to the next column, and no further than the ends', () => {
    expect(neighborOf(makeBoardDeal({ column: 'accepted' }), -1)).toBeUndefined();
    expect(neighborOf(makeBoardDeal({ column: 'accepted' }), 1)).toBe('qualified');
    expect(neighborOf(makeBoardDeal({ column: 'negotiated' }), 1)).toBe('won');
    expect(neighborOf(makeBoardDeal({ column: 'won' }), -1)).toBeUndefined();
  });
});
