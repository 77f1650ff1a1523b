import { describe, expect, it } from 'vitest';
import {
  type TimelineContext,
  wordActor,
  wordChanges,
  wordEvent,
  wordField,
  wordLine,
} from './timeline-words.ts';

const context: TimelineContext = {
  locale: 'en-GB',
  nameOf: (id) => (id === 'id-1' ? 'Robin Park' : undefined),
};

describe('wordChanges', () => {
  it.each([
    ['estimatedValue', { amountMinor: 1250, currency: 'KWD' }, null, 'Estimated value', 'KWD 1.250', null],
    ['estimatedPurchaseDate', '2026-01-31', '2026-02-01', 'Estimated purchase', '31 Jan 2026', '1 Feb 2026'],
    ['teamMemberIds', ['id-1'], [], 'Team', 'Robin Park', null],
    ['subStages.qualified', null, '2026-01-01T00:00:00.000Z', 'Qualified', 'Not done', 'Done'],
    ['declineReason', null, 'NoCapacity', 'Reason', null, 'No capacity now'],
    ['status', 'Received', 'Accepted', 'Status', 'Received', 'Accepted'],
    ['emailValidity', 'Unknown', 'Spam', 'Email validity', 'Unknown', 'Spam'],
    ['phoneValidity', 'Unknown', 'Valid', 'Phone validity', 'Unknown', 'Valid'],
    [
      'employees',
      [],
      [{ name: 'Kim', email: 'kim@partner.example', phone: null }],
      'Other employees',
      null,
      'Kim (kim@partner.example)',
    ],
    ['isTest', false, true, 'Is test', 'No', 'Yes'],
  ])('%s', (field, before, after, label, wordedBefore, wordedAfter) => {
    const worded = wordChanges({ changes: [{ field, before, after }] }, context);
    expect(
      worded.map((change) => ({ ...change, before: change.before?.replaceAll('\u00a0', ' ') ?? null })),
    ).toEqual([{ label, before: wordedBefore, after: wordedAfter }]);
  });

  it('leaves out the status where the name of the event says it', () => {
    const changes = [{ field: 'status', before: 'Received', after: 'Accepted' }];
    expect(wordChanges({ type: 'lead.accepted', changes }, context)).toEqual([]);
    expect(wordChanges({ type: 'lead.edited', changes }, context)).toHaveLength(1);
  });

  it('leaves out what reads the same', () => {
    expect(wordChanges({ changes: [{ field: 'notes', before: null, after: '' }] }, context)).toEqual([]);
  });
});

describe('wordEvent', () => {
  it.each([
    ['lead.contact-checked', 'Contact checked'],
    ['lead.reported-as-spam', 'Reported as spam'],
    ['lead.spam-report-withdrawn', 'Spam report withdrawn'],
  ] as const)('CV-3, CV-6: %s reads %s', (type, title) => {
    expect(wordEvent(type)).toBe(title);
  });
});

describe('wordActor and wordField', () => {
  it('names who and what', () => {
    const nobody = { personId: null, nameNow: null };
    expect(wordActor({ ...nobody, kind: 'system', name: 'system' })).toBe('Leadlight');
    expect(wordActor({ ...nobody, kind: 'token', name: 'CRM' })).toBe('API token CRM');
    const marketplace = { ...nobody, kind: 'marketplace', name: 'AzurePortal' } as const;
    expect(wordActor(marketplace, () => 'Azure portal')).toBe('Azure portal');
    const renamed = {
      kind: 'person',
      name: 'Grace Okafor',
      personId: 'grace',
      nameNow: 'Grace Smith',
    } as const;
    expect(wordActor(renamed)).toBe('Grace Okafor (now Grace Smith)');
    expect(wordField('somethingNew')).toBe('Something new');
  });

  it.each([
    ['lead.received', { kind: 'customer', name: '' }, 'from the customer'],
    ['lead.received', { kind: 'customer', name: 'Customer' }, 'from the customer'],
    ['lead.received', { kind: 'marketplace', name: 'Marketplace' }, 'from the marketplace'],
    ['lead.received', { kind: 'token', name: 'CRM' }, 'from API token CRM'],
    ['lead.received', { kind: 'system', name: 'system' }, 'by Leadlight'],
    ['lead.withdrawn-by-customer', { kind: 'customer', name: 'Customer' }, 'by the customer'],
    ['lead.accepted', { kind: 'person', name: 'Grace Okafor' }, 'by Grace Okafor'],
  ] as const)('a %s of %j is said to be %s', (type, who, words) => {
    const actor = { personId: null, nameNow: null, ...who };
    const line = wordLine({ type, actor }, wordActor(actor), {
      strong: (part) => ['<strong>', part, '</strong>'],
      muted: (part) => ['<muted>', part, '</muted>'],
    });
    expect([line].flat(Infinity).join('')).toBe(
      `<strong>${wordEvent(type)}</strong> <muted>${words}</muted>`,
    );
  });
});
