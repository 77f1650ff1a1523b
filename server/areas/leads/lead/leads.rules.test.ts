import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LeadState, leadOutcomes, leadStates } from '../../../../contract/leads/lists.ts';
import {
  addCalendarMonths,
  contactWithheld,
  deadlinesOf,
  isActionable,
  isEditable,
  type LifecycleFacts,
  nextState,
  stateAt,
  statusOf,
  type Transition,
  transitions,
} from './leads.rules.ts';

const received = new Date('2026-03-20T09:30:15.250Z');
const at = (iso: string) => new Date(iso);
const hoursLater = (hours: number, milliseconds = 0) =>
  new Date(received.getTime() + hours * 3_600_000 + milliseconds);
const periods = { expiryHours: 336, hotHours: 72, informationalMonths: 6 };
const allTransitions = Object.keys(transitions) as Transition[];
const states: (LeadState | null)[] = [...leadStates, null];

/** A lead in that state whose time has not run out, asked one hour after its receipt. */
function facts(status: LeadState | null): LifecycleFacts {
  const deadlines = deadlinesOf(
    { actionable: status !== null, contactDirectly: false, receivedAt: received },
    periods,
  );
  return { status, expiresAt: deadlines.expiresAt, availableUntil: deadlines.availableUntil };
}

describe('LC-1 to LC-7, LC-9: the table of transitions', () => {
  // Written out by hand from the behaviour book: the code's own table is what is being judged.
  const possible: Record<Transition, Partial<Record<LeadState, LeadState>>> = {
    accept: { Received: 'Accepted' },
    decline: { Received: 'Declined' },
    expire: { Received: 'Expired' },
    win: { Accepted: 'Won' },
    lose: { Accepted: 'Lost' },
    'close-as-error': { Received: 'ClosedAsError', Accepted: 'ClosedAsError' },
  };

  it('has no transition that the book does not have', () => {
    expect(allTransitions.toSorted()).toEqual(Object.keys(possible).toSorted());
  });

  const cases = allTransitions.flatMap((transition) =>
    states.map((state) => {
      const to = state === null ? undefined : possible[transition][state];
      return { transition, state, to };
    }),
  );
  it.each(cases)('LC-9 $transition of $state leads to $to', ({ transition, state, to }) => {
    expect(nextState(facts(state), transition, hoursLater(1))).toBe(to);
  });

  it.each(states)('LC-6 of all states only Accepted can be edited: %s', (state) => {
    expect(isEditable(facts(state), hoursLater(1))).toBe(state === 'Accepted');
  });

  it('LC-1 archived is final: no sequence of transitions leaves an outcome', () => {
    const step = fc.record({
      transition: fc.constantFrom(...allTransitions),
      hours: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.array(step, { maxLength: 12 }), (start, steps) => {
        let lead = facts(start);
        let outcome = statusOf(lead.status).outcome;
        for (const { transition, hours } of steps) {
          lead = { ...lead, status: nextState(lead, transition, hoursLater(hours)) ?? lead.status };
          const now = statusOf(lead.status).outcome;
          if (outcome !== null) expect(now).toBe(outcome);
          outcome = now;
        }
        // An informational lead never gets a lifecycle (LC-8).
        if (start === null) expect(lead.status).toBeNull();
      }),
    );
  });
});

describe('LC-4: the time to answer', () => {
  const lead = facts('Received');

  it('LC-4 is 336 hours from receipt, to the millisecond', () => {
    expect(lead.expiresAt).toEqual(at('2026-04-03T09:30:15.250Z'));
  });

  it.each([
    [hoursLater(336, -60_000), 'Received'],
    [hoursLater(336, -1), 'Received'],
    [hoursLater(336), 'Expired'],
    [hoursLater(336, 60_000), 'Expired'],
    [hoursLater(5000), 'Expired'],
  ] as const)('LC-4 at %s it stands as %s, written down or not', (now, state) => {
    expect(stateAt(lead, now)).toBe(state);
    for (const transition of ['accept', 'decline', 'close-as-error'] as const) {
      expect(nextState(lead, transition, now) !== undefined).toBe(state === 'Received');
    }
    // What writes it down works exactly because the time has run out.
    expect(nextState(lead, 'expire', now)).toBe('Expired');
    expect(contactWithheld({ ...lead, contactAllowed: true }, now)).toBe(
      state === 'Expired' ? 'Expired' : null,
    );
  });

  it('LC-4 is counted in hours, not in days of a zone with summer time', () => {
    // 29 March 2026 has 23 hours in Europe: fourteen days by the calendar would be 335 hours.
    const { expiresAt } = deadlinesOf(
      { actionable: true, contactDirectly: false, receivedAt: received },
      periods,
    );
    expect((Number(expiresAt) - Number(received)) / 3_600_000).toBe(336);
  });

  it.each(leadStates.filter((state) => state !== 'Received'))('LC-4 does not touch %s', (state) => {
    expect(stateAt(facts(state), hoursLater(10_000))).toBe(state);
  });
});

describe('LC-4, IN-6: why a contact is withheld', () => {
  it.each(states.flatMap((state) => [true, false].map((contactAllowed) => ({ state, contactAllowed }))))(
    'of $state, consent $contactAllowed',
    ({ state, contactAllowed }) => {
      const expected = state === 'Expired' ? 'Expired' : contactAllowed ? null : 'NoConsent';
      expect(contactWithheld({ ...facts(state), contactAllowed }, hoursLater(1))).toBe(expected);
    },
  );

  it('LC-4, IN-6 is never answered with null for an expired lead or without consent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.boolean(),
        fc.integer({ min: -1000, max: 2000 }),
        (status, contactAllowed, hours) => {
          const now = hoursLater(hours);
          const lead = { ...facts(status), contactAllowed };
          const mustHide = !contactAllowed || stateAt(lead, now) === 'Expired';
          expect(contactWithheld(lead, now) !== null).toBe(mustHide);
        },
      ),
    );
  });
});

describe('LC-5, LC-8, LC-10: the moments that bound a life', () => {
  const base = { contactDirectly: true, receivedAt: received };

  it('LC-5 hot for 72 hours when the customer asked to be contacted directly, and only then', () => {
    expect(deadlinesOf({ ...base, actionable: true }, periods).hotUntil).toEqual(hoursLater(72));
    expect(deadlinesOf({ ...base, actionable: true, contactDirectly: false }, periods).hotUntil).toBeNull();
    expect(deadlinesOf({ ...base, actionable: false }, periods).hotUntil).toBeNull();
  });

  it('LC-8 an informational lead does not expire, it is there for six months', () => {
    const informational = deadlinesOf({ ...base, actionable: false }, periods);
    expect(informational).toEqual({
      expiresAt: null,
      availableUntil: at('2026-09-20T09:30:15.250Z'),
      hotUntil: null,
    });
    expect(deadlinesOf({ ...base, actionable: true }, periods).availableUntil).toBeNull();
  });

  it('LC-10 takes the periods that the operator set', () => {
    const own = { expiryHours: 1, hotHours: 2, informationalMonths: 1 };
    expect(deadlinesOf({ ...base, actionable: true }, own)).toEqual({
      expiresAt: hoursLater(1),
      availableUntil: null,
      hotUntil: hoursLater(2),
    });
    expect(deadlinesOf({ ...base, actionable: false }, own).availableUntil).toEqual(
      at('2026-04-20T09:30:15.250Z'),
    );
  });
});

describe('LC-8: calendar months', () => {
  it.each([
    ['2026-08-31T12:00:00.000Z', 6, '2027-02-28T12:00:00.000Z'],
    ['2027-08-31T12:00:00.000Z', 6, '2028-02-29T12:00:00.000Z'],
    ['2027-08-29T12:00:00.000Z', 6, '2028-02-29T12:00:00.000Z'],
    ['2026-08-28T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z'],
    ['2028-02-29T00:00:00.000Z', 6, '2028-08-29T00:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 12, '2029-02-28T00:00:00.000Z'],
    ['2026-07-31T00:00:00.000Z', 6, '2027-01-31T00:00:00.000Z'],
    ['2026-10-31T05:00:00.000Z', 1, '2026-11-30T05:00:00.000Z'],
    ['2026-12-15T05:00:00.000Z', 1, '2027-01-15T05:00:00.000Z'],
    ['2099-08-31T00:00:00.000Z', 6, '2100-02-28T00:00:00.000Z'],
  ])('LC-8 %s and %i months: %s', (from, months, expected) => {
    expect(addCalendarMonths(at(from), months)).toEqual(at(expected));
  });

  it('LC-8 keeps the day unless the month lacks it, keeps the time, and leaves its argument alone', () => {
    const moment = fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const before = from.getTime();
        const to = addCalendarMonths(from, months);
        expect(from.getTime()).toBe(before);
        expect(to.toISOString().slice(10)).toBe(from.toISOString().slice(10));
        const monthsBetween =
          (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
        expect(monthsBetween).toBe(months);
        const dayAfter = new Date(to.getTime() + 86_400_000);
        const isLastDay = dayAfter.getUTCMonth() !== to.getUTCMonth();
        expect(to.getUTCDate() === from.getUTCDate() || isLastDay).toBe(true);
      }),
    );
  });
});

describe('what is actionable, and what the wire says', () => {
  it.each([
    ['Direct', 'Offer', 'ContactMe', true],
    ['Direct', 'Offer', 'GetItNow', false],
    ['Direct', 'Offer', 'FreeTrial', false],
    ['Direct', 'Offer', 'TestDrive', false],
    ['Direct', 'Offer', null, false],
    ['Direct', 'Profile', null, true],
    ['MarketingQualified', 'Offer', null, true],
    ['SalesQualified', 'Offer', 'GetItNow', true],
  ])('LC-8 %s %s %s: %s', (qualification, leadType, callToAction, expected) => {
    expect(isActionable({ qualification, leadType, callToAction })).toBe(expected);
  });

  it.each(states)('LC-1 %s is an open status, or Archived with exactly one outcome', (state) => {
    const said = statusOf(state);
    const isOutcome = leadOutcomes.some((outcome) => outcome === state);
    expect(said).toEqual(
      isOutcome ? { status: 'Archived', outcome: state } : { status: state, outcome: null },
    );
  });
});
