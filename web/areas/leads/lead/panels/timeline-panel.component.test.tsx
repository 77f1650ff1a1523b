import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { LeadTimeline } from '../../../../../contract/leads/leads.ts';
import { idOf, later, makeEvent, makeLead, makeMe } from '../../../../../test/parts/made.ts';
import { renderPart } from '../../../../../test/parts/render.tsx';
import { type Answers, refusal } from '../../../../../test/parts/server.ts';
import { TimelinePanel } from './timeline-panel.tsx';

const timeline = (items: LeadTimeline['items'], nextCursor: string | null = null) => ({ items, nextCursor });
const { person } = makeMe();

async function showTimeline(answers: Answers) {
  return renderPart(<TimelinePanel lead={makeLead()} />, {
    answers: {
      'GET /api/v1/people': { items: [{ id: person.id, name: person.name, email: person.email }] },
      'GET /api/v1/storefronts': { items: [] },
      ...answers,
    },
  });
}
const lines = async () => (await screen.findAllByRole('listitem')).map((line) => line.textContent ?? '');

describe('the timeline of a lead', () => {
  it('tells what happened, by whom and when, the latest first', async () => {
    const received = makeEvent('lead.received', {
      id: idOf(1),
      at: later({ hours: -2 }),
      actor: { personId: null, nameNow: null, kind: 'marketplace', name: 'northwind' },
    });
    const accepted = makeEvent('lead.accepted', { id: idOf(2), note: 'Called them' });
    await showTimeline({ 'GET /api/v1/leads/:id/timeline': timeline([received, accepted]) });
    const [first, second] = await lines();
    expect(first).toMatch(/^Accepted by Ben Cruz.*Called them.*5 minutes ago$/);
    expect(second).toMatch(/^Received from .*2 hours ago$/);
  });

  it('says what was changed from what to what, with people by their names', async () => {
    const changes = [
      { field: 'dealName', before: 'Old name', after: 'New name' },
      { field: 'teamMemberIds', before: null, after: [person.id] },
    ];
    await showTimeline({
      'GET /api/v1/leads/:id/timeline': timeline([makeEvent('lead.edited', { changes })]),
    });
    expect(await screen.findByText('Ada Berg')).toBeTruthy();
    const [line] = await lines();
    expect(line).toContain('Old name');
    expect(line).toContain('changed to New name');
  });

  it('adds earlier events, and says when they can’t be loaded', async () => {
    let isUp = false;
    const { user } = await showTimeline({
      'GET /api/v1/leads/:id/timeline': ({ query }) => {
        if (!query.cursor) return timeline([makeEvent('lead.accepted')], 'c');
        return isUp ? timeline([makeEvent('lead.received', { id: idOf(3) })]) : refusal('internal');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Couldn’t load earlier events')).toBeTruthy();
    expect(screen.getByText(/Accepted/)).toBeTruthy();
    isUp = true;
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText(/Received/)).toBeTruthy();
  });

  it('says briefly when it can’t be loaded, and tries again', async () => {
    const { user, server } = await showTimeline({
      'GET /api/v1/leads/:id/timeline': refusal('internal', { detail: 'Something broke.' }),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Something broke.');
    server.answer({ 'GET /api/v1/leads/:id/timeline': timeline([makeEvent('lead.accepted')]) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await lines())[0]).toMatch(/^Accepted by Ben Cruz/);
  });
});
