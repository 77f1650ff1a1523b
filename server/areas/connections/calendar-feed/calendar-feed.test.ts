import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentFeed } from './calendar-feed.presenter.ts';
import { chooseNearest, type DueLead, momentOf, toTitle } from './calendar-feed.rules.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const leadId = '0193c000-0000-7000-8000-000000000001';
const answer = {
  kind: 'answer',
  leadId,
  version: 3,
  about: 'Quagga GmbH',
  receivedAt: new Date('2026-11-18T09:00:00.000Z'),
  updatedAt: new Date('2026-11-19T08:30:00.000Z'),
  expiresAt: new Date('2026-12-02T09:00:00.000Z'),
} as const satisfies DueLead;
const purchase: DueLead = { ...answer, kind: 'purchase', day: '2027-02-28' };
const texts = {
  organizationName: 'Contoso',
  organizationKind: 'partner',
  timeZone: 'Europe/Berlin',
  calendar: undefined,
  locale: 'en-GB',
  publicUrl: 'https://leads.example',
} as const;

/** The whole file. */
const write = (...args: Parameters<typeof presentFeed>) => [...presentFeed(...args)].join('');

/** The logical lines of an iCalendar file (RFC 5545, 3.1), each checked for what every line must satisfy. */
function linesOf(text: string): string[] {
  const lines = text.split('\r\n');
  expect(lines.pop() ?? '').toBe('');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\ufffd]/);
  }
  return text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

describe('the file', () => {
  it('is a calendar of events as RFC 5545 wants them', () => {
    const lines = linesOf(write([answer, purchase], texts));
    expect(lines.slice(0, 3)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Leadlight//Calendar//EN',
    ]);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(2);
    expect(lines).toEqual(
      expect.arrayContaining(['X-WR-CALNAME:Leadlight: Contoso', 'X-PUBLISHED-TTL:PT1H']),
    );
  });

  it('names the lead, its version and a link, and tells when it expires', () => {
    const lines = linesOf(write([answer], texts));
    expect(lines).toEqual(
      expect.arrayContaining([
        `UID:answer-${leadId}@leadlight`,
        'SEQUENCE:3',
        'DTSTAMP:20261119T083000Z',
        'DTSTART:20261202T090000Z',
        'SUMMARY:Answer lead: Quagga GmbH',
        `URL;VALUE=URI:https://leads.example/leads/${leadId}`,
        `DESCRIPTION:The lead expires on Wed\\, 2 Dec 2026\\, 10:00 (Europe/Berlin).\\nhttps://leads.example/leads/${leadId}`,
        'TRANSP:TRANSPARENT',
      ]),
    );
    expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  it('LA-1 speaks the language of its person, and writes moments as their region does', () => {
    const lines = linesOf(
      write([answer, purchase, { ...answer, about: null }], { ...texts, locale: 'de-AT' }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'PRODID:-//Leadlight//Calendar//DE',
        'SUMMARY:Lead beantworten: Quagga GmbH',
        'SUMMARY:Lead beantworten: Kunde ohne Namen',
        'SUMMARY:Voraussichtlicher Kauf: Quagga GmbH',
        `DESCRIPTION:Der Lead läuft am Mi.\\, 2. Dez. 2026\\, 10:00 ab (Europe/Berlin).\\nhttps://leads.example/leads/${leadId}`,
      ]),
    );
  });

  it('stands at the working moment before the end', () => {
    const office = [{ from: '08:00', to: '16:00' }];
    const hours = {
      monday: office,
      tuesday: office,
      wednesday: [],
      thursday: [],
      friday: [],
      saturday: [],
      sunday: [],
    };
    const calendar = { timeZone: 'Europe/Berlin', hours, holidays: [] };
    expect(linesOf(write([answer], { ...texts, calendar }))).toContain('DTSTART:20261201T150000Z');
  });

  it('has purchases as whole days, the same day in every zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env.TZ = zone;
        const lines = linesOf(write([purchase], texts));
        expect(lines).toContain('DTSTART;VALUE=DATE:20270228');
        expect(lines).toContain('SUMMARY:Estimated purchase: Quagga GmbH');
        expect(lines).toContain(`UID:purchase-${leadId}@leadlight`);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('asks the operator to send leads on', () => {
    const lines = linesOf(write([answer], { ...texts, organizationKind: 'operator' }));
    expect(lines).toContain('SUMMARY:Send lead to a partner: Quagga GmbH');
  });

  it('is the same text for the same leads', () => {
    expect(write([answer, purchase], texts)).toBe(write([answer, purchase], texts));
  });

  it('is the same in pieces, none of which is long', () => {
    const dues = Array.from({ length: 120 }, (_, n): DueLead => ({ ...answer, leadId: `lead-${n}` }));
    const pieces = [...presentFeed(dues, texts)];
    expect(pieces).toHaveLength(5);
    const lines = linesOf(pieces.join(''));
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(
      dues.map((due) => `UID:answer-${due.leadId}@leadlight`),
    );
    expect(lines.filter((line) => line === 'BEGIN:VCALENDAR' || line === 'END:VCALENDAR')).toHaveLength(2);
  });

  it('is a calendar without events when there are no leads', () => {
    const lines = linesOf(write([], texts));
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    expect(lines).not.toContain('BEGIN:VEVENT');
  });

  it.each([
    ['a second event', 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:B', 'A END:VEVENT BEGIN:VEVENT SUMMARY:B'],
    ['lonely line ends', 'A\nB\rC\u0085D\u2028E\u000bF', 'A B C D E F'],
    ['marks of the format', 'A;B,C\\D:"E"\\n', 'A\\;B\\,C\\\\D:"E"\\\\n'],
    ['a turned direction', 'A\u202eB\u2066C', 'A B C'],
    ['letters of all lengths', 'Ä 日本 👩‍🚀', 'Ä 日本 👩‍🚀'],
    ['nothing but blanks', ' \t\n ', ''],
  ])('takes a name with %s', (_what, name, shown) => {
    const lines = linesOf(write([{ ...answer, about: name }], texts));
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([`SUMMARY:Answer lead: ${shown}`]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('cuts a name of 10,000 characters', () => {
    const summary = linesOf(write([{ ...answer, about: '🦓'.repeat(10_000) }], texts)).find((line) =>
      line.startsWith('SUMMARY'),
    );
    expect(summary).toBe(`SUMMARY:Answer lead: ${'🦓'.repeat(119)}…`);
  });

  it('says so when neither company nor offer is known', () => {
    expect(linesOf(write([{ ...answer, about: null }], texts))).toContain(
      'SUMMARY:Answer lead: a customer without a name',
    );
  });

  it('holds its lines and its one event whatever a name is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ unit: 'binary' }),
        (name, other) => {
          // The lines are searched for replacement characters, so names must not contain any.
          const plain = (text: string) => text.toWellFormed().replaceAll('\ufffd', '');
          const named = (about: string) => ({ ...answer, about: plain(about) });
          const text = write([named(name), named(other)], {
            ...texts,
            organizationName: plain(name),
          });
          expect(linesOf(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
        },
      ),
    );
  });
});

describe('the nearest dates', () => {
  const at = (n: number, day: string): DueLead => ({ ...purchase, leadId: `lead-${n}`, day });

  it('are those around now, in the order of time', () => {
    const dues = [at(1, '2026-11-01'), at(2, '2026-11-19'), at(3, '2026-11-23'), at(4, '2027-01-01')];
    expect(chooseNearest(dues.toReversed(), now, 2).map(({ leadId }) => leadId)).toEqual([
      'lead-2',
      'lead-3',
    ]);
    expect(chooseNearest(dues.toReversed(), now, 9)).toEqual(dues);
  });

  it('are the same ones whatever order they come in', () => {
    const dues = Array.from({ length: 12 }, (_, n) => at(n, n % 2 ? '2026-11-21' : '2026-12-24'));
    fc.assert(
      fc.property(fc.shuffledSubarray(dues, { minLength: 12 }), (shuffled) => {
        expect(chooseNearest(shuffled, now, 7)).toEqual(chooseNearest(dues, now, 7));
      }),
    );
  });

  it('leave out none that is nearer than one they keep', () => {
    const days = fc
      .integer({ min: 0, max: 900 })
      .map((n) => new Date(Date.UTC(2025, 6, n)).toISOString().slice(0, 10));
    const distance = (due: DueLead) => Math.abs(momentOf(due) - now.getTime());
    fc.assert(
      fc.property(fc.array(days, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (list, maximum) => {
        const dues = list.map((day, n) => at(n, day));
        const kept = chooseNearest(dues, now, maximum);
        expect(kept).toHaveLength(Math.min(maximum, dues.length));
        const farthest = Math.max(0, ...kept.map(distance));
        const left = dues.filter((due) => !kept.includes(due));
        expect(left.every((due) => distance(due) >= farthest)).toBe(true);
      }),
    );
  });
});

it('a title is one line of at most 120 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      const title = toTitle(text);
      expect([...title].length).toBeLessThanOrEqual(120);
      expect(title).not.toMatch(/[\r\n\u2028\u2029]/);
    }),
  );
});
