import { describe, expect, it } from 'vitest';
import type { LeadEvent } from '../../../../contract/leads/leads.ts';
import { describeOvertaking } from './overtaken.ts';

const now = Date.parse('2026-03-01T10:00:00.000Z');
const event = (type: LeadEvent['type'], kind: LeadEvent['actor']['kind'] = 'person'): LeadEvent => ({
  id: 'e',
  type,
  at: '2026-03-01T09:57:00.000Z',
  actor: { kind, name: 'Sam Rivera', personId: null, nameNow: null },
  changes: [],
  note: null,
});

describe('describeOvertaking (LC-9)', () => {
  it('names who did what and when', () => {
    const changes = [event('lead.accepted'), event('lead.edited')];
    expect(describeOvertaking({ changes, detail: '' }, now)).toBe(
      'This lead was accepted by Sam Rivera 3 minutes ago.',
    );
  });

  it('tells an expiry', () => {
    const changes = [event('lead.expired', 'system')];
    expect(describeOvertaking({ changes, detail: '' }, now)).toBe(
      'This lead expired unanswered 3 minutes ago.',
    );
  });

  it('falls back to how the lead stands, then to the server’s sentence', () => {
    const current = { id: 'l', status: 'Archived', outcome: 'ClosedAsError' };
    expect(describeOvertaking({ current, detail: '' }, now)).toContain('Closed as error');
    expect(describeOvertaking({ detail: 'Too late.' }, now)).toBe('Too late.');
  });
});
