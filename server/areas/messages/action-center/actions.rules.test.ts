import { describe, expect, it } from 'vitest';
import { readAll } from '../../../../contract/sentences.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import { type ActionCauses, answerAction, mandatoryActions, urgencyOf } from './actions.rules.ts';

const nothing: ActionCauses = {
  address: 'ada@partner.test',
  isRefused: false,
  isConfirmed: true,
  mailsAreSent: true,
  unrouted: 0,
  suspected: 0,
  toShare: 0,
  failedMails: 0,
  refusedColleagues: [],
};

describe('NT-5: what must be done', () => {
  it('NT-5 nothing without a cause', () => {
    expect(mandatoryActions(nothing)).toEqual([]);
  });

  it.each<[Partial<ActionCauses>, string, string]>([
    [{ isRefused: true }, 'fix-address', 'Your email address doesn’t work'],
    // An address that does not work has to be fixed, not confirmed.
    [{ isRefused: true, isConfirmed: false }, 'fix-address', 'Your email address doesn’t work'],
    [{ isConfirmed: false }, 'confirm-address', 'Confirm your email address'],
    [{ unrouted: 1 }, 'route-leads', '1 lead is waiting to be sent to a partner'],
    [{ unrouted: 2 }, 'route-leads', '2 leads are waiting to be sent to a partner'],
    [{ suspected: 3 }, 'decide-quarantine', '3 submissions are waiting in the quarantine'],
    [{ toShare: 1 }, 'share-leads', '1 lead is waiting for someone with capacity'],
    [{ failedMails: 1 }, 'look-at-failed-mails', '1 email was not delivered in the last 7 days'],
    [{ refusedColleagues: ['Ada'] }, 'fix-colleagues-addresses', 'Email doesn’t reach Ada'],
    [{ refusedColleagues: ['Ada', 'Bo'] }, 'fix-colleagues-addresses', 'Email doesn’t reach Ada and Bo'],
    [
      { refusedColleagues: ['Ada', 'Bo', 'Cy', 'Di', 'Ed'] },
      'fix-colleagues-addresses',
      'Email doesn’t reach Ada, Bo, Cy and 2 more',
    ],
  ])('NT-5 %j asks to %s', (cause, kind, title) => {
    expect(readAll(mandatoryActions({ ...nothing, ...cause }), 'en')).toEqual([
      expect.objectContaining({ kind, key: kind, title, level: 'mandatory' }),
    ]);
  });

  it('LA-1 is read in German, with numbers and names where German puts them', () => {
    const refusedColleagues = ['Ada', 'Bo', 'Cy', 'Di', 'Ed'];
    const said = readAll(
      mandatoryActions({ ...nothing, unrouted: 1200, failedMails: 1, refusedColleagues }),
      'de',
    );
    expect(said.map(({ title }) => title)).toEqual([
      '1.200 Leads warten darauf, an einen Partner gesendet zu werden',
      '1 E-Mail wurde in den letzten 7 Tagen nicht zugestellt',
      'E-Mails erreichen Ada, Bo, Cy und 2 weitere nicht',
    ]);
    expect(said.at(-1)?.names).toEqual(['Ada', 'Bo', 'Cy']);
  });

  it('NT-5 nobody is asked to confirm by mail where none is sent', () => {
    expect(mandatoryActions({ ...nothing, isConfirmed: false, mailsAreSent: false })).toEqual([]);
  });
});

describe('NT-5: how soon something is due', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  it.each([
    [-1, 'now'],
    [2, 'now'],
    [24, 'now'],
    [24.01, 'soon'],
    [72, 'soon'],
    [72.01, 'later'],
    [13 * 24, 'later'],
  ])('NT-5 in %d hours: %s', (hours, urgency) => {
    expect(urgencyOf(new Date(now.getTime() + hours * 3_600_000), now)).toBe(urgency);
  });
});

describe('NT-5: a lead to answer', () => {
  const at = (text: string) => new Date(text);
  const lead = {
    id: 'lead',
    customer_name: null,
    contact_allowed: true,
    is_test: false,
    contact_first_name: 'Jane',
    contact_last_name: 'Doe',
    offer_title: 'Backup',
    received_at: at('2026-11-09T10:00:00Z'),
    expires_at: at('2026-11-22T12:00:00Z'),
    hot_until: at('2026-11-12T10:00:00Z'),
  };
  const off = { monday: [], tuesday: [], wednesday: [], thursday: [], saturday: [], sunday: [] };
  const calendar: WorkingCalendar = {
    timeZone: 'UTC',
    hours: { ...off, friday: [{ from: '09:00', to: '17:00' }] },
    holidays: [],
  };

  it('NT-5 is due when its time ends, or before that within working hours', () => {
    const now = at('2026-11-10T10:00:00Z');
    expect(readAll(answerAction(lead, undefined, now), 'en')).toMatchObject({
      title: 'Respond to Jane Doe (no company given)',
      detail: 'Backup',
      leadId: 'lead',
      dueAt: '2026-11-22T12:00:00.000Z',
      expiresAt: '2026-11-22T12:00:00.000Z',
    });
    expect(answerAction(lead, calendar, now).dueAt).toBe('2026-11-20T17:00:00.000Z');
  });

  it.each([
    [{ customer_name: 'Alpine Outdoor' }, 'Respond to Alpine Outdoor'],
    [{ contact_first_name: null }, 'Respond to Doe (no company given)'],
    [{ contact_first_name: null, contact_last_name: null }, 'Respond to a customer (no company given)'],
    [{ contact_allowed: false }, 'Respond to a customer (no company given)'],
  ])('NT-5, IN-6 %o is called “%s”', (changed, title) => {
    const { title: said } = answerAction({ ...lead, ...changed }, undefined, at('2026-11-10T10:00:00Z'));
    expect(String(said)).toBe(title);
  });

  it.each([[{ is_test: true }], [{ contact_allowed: false }]])(
    'LC-4 nobody waits for the answer to %o, which only ends',
    (changed) => {
      const now = at('2026-11-22T11:00:00Z');
      expect(answerAction(lead, undefined, now)).toMatchObject({ urgency: 'now' });
      expect(answerAction({ ...lead, ...changed }, undefined, now)).toMatchObject({
        dueAt: null,
        urgency: 'later',
        expiresAt: '2026-11-22T12:00:00.000Z',
      });
    },
  );

  it.each([
    ['2026-11-12T09:59:59Z', '2026-11-12T10:00:00.000Z'],
    ['2026-11-12T10:00:00Z', null],
  ])('LC-5 at %s it is hot until %s', (now, hotUntil) => {
    expect(answerAction(lead, undefined, at(now)).hotUntil).toBe(hotUntil);
  });
});
