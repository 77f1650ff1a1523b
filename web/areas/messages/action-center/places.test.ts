import { describe, expect, it } from 'vitest';
import { actionKinds, notificationKinds } from '../../../../contract/messages/lists.ts';
import { badgeText, placeOfAction, placeOfNotification } from './places.ts';

describe('where actions and notifications lead', () => {
  it('NT-5 every action has a place where it is done', () => {
    for (const kind of actionKinds) expect(placeOfAction({ kind, leadId: 'x' }).to, kind).toMatch(/^\/\w/);
    expect(placeOfAction({ kind: 'answer-lead', leadId: 'x' })).toEqual({ to: '/leads/x' });
  });

  it('NT-5 a notification leads to the lead, if the reader may open it', () => {
    for (const kind of notificationKinds.filter((one) => one !== 'direct-expired'))
      expect(placeOfNotification({ kind, leadId: 'x' })).toEqual({ to: '/leads/x' });
    // A lead that a partner let expire is on the operator's page for it.
    expect(placeOfNotification({ kind: 'direct-expired', leadId: 'x' })).toEqual({
      to: '/partner-leads/x',
    });
    expect(placeOfNotification({ kind: 'sent-lead', leadId: null })).toEqual({ to: '/sent' });
    for (const kind of ['export-ready', 'export-failed'] as const)
      expect(placeOfNotification({ kind, leadId: null })).toEqual({ to: '/settings/exports' });
    expect(placeOfNotification({ kind: 'new-lead', leadId: null })).toBeUndefined();
    expect(placeOfNotification({ kind: 'announcement', leadId: null })).toBeUndefined();
  });

  it.each([
    [0, '0'],
    [99, '99'],
    [100, '99+'],
  ])('NT-5 the badge shows %i as %s', (count, text) => {
    expect(badgeText(count)).toBe(text);
  });
});
