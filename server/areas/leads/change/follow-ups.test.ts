import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import { aboutEvents, aboutLeads, FollowUps, type LeadHappening } from './follow-ups.ts';

const leads = z.object({ organizationId: z.string(), leadIds: z.array(z.string()) });
const events = z.object({ organizationId: z.string(), eventIds: z.array(z.string()) });
const check = defineJob({ name: 'test.check', lane: 'checks', payload: leads });
const tell = defineJob({ name: 'test.tell', lane: 'telling', payload: events });
const happening = (type: LeadHappening['type'], fields: string[] = []): LeadHappening => ({
  type,
  changes: fields.map((field) => ({ field, before: null, after: null })),
});

describe('what follows something that happens to leads', () => {
  const followUps = new FollowUps([
    { 'lead.received': [aboutLeads(check)] },
    {
      'lead.edited': [
        aboutEvents(tell, { when: ({ changes }) => changes.some(({ field }) => field === 'teamMemberIds') }),
      ],
      'lead.declined': [aboutEvents(tell), aboutLeads(check)],
    },
  ]);

  it.each([
    ['lead.received', [], ['test.check']],
    ['lead.declined', [], ['test.tell', 'test.check']],
    ['lead.edited', ['teamMemberIds'], ['test.tell']],
    ['lead.edited', ['dealName'], []],
    ['lead.won', [], []],
  ] as const)('%s with changes of %j is followed by %j', (type, fields, names) => {
    expect(followUps.namesFor(happening(type, [...fields]))).toEqual(names);
  });
});

describe('a job that is declared to follow', () => {
  it('is declared once: it would be done twice', () => {
    const declared = { 'lead.declined': [aboutEvents(tell)] };
    expect(() => new FollowUps([declared, declared])).toThrow('test.tell after lead.declined');
  });

  const places = { organizationId: 'o', leadIds: ['l'], eventIds: ['e'] };

  it('carries the leads or the events, as its contract wants', () => {
    expect(aboutLeads(check).orderFor(places)).toEqual({
      task: 'test.check',
      payload: { organizationId: 'o', leadIds: ['l'] },
    });
    expect(aboutEvents(tell).orderFor(places)).toEqual({
      task: 'test.tell',
      payload: { organizationId: 'o', eventIds: ['e'] },
    });
  });

  it('cannot carry what its contract does not know', () => {
    // @ts-expect-error this job does not take events
    aboutEvents(check);
    // @ts-expect-error jobs that are stored with the change have no event yet
    new FollowUps([{ 'lead.received': [aboutEvents(tell)] }]);
  });
});
