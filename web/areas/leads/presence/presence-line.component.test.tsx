import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf, makeLead, makeMe } from '../../../../test/parts/made.ts';
import { renderPart } from '../../../../test/parts/render.tsx';
import { refusal } from '../../../../test/parts/server.ts';
import { believe } from '../../../api/whose.ts';
import { LeadPresenceLine } from './presence-line.tsx';

const beat = 'PUT /api/v1/leads/:id/presence';
const left = 'DELETE /api/v1/leads/:id/presence';
const grace = { id: idOf(910), name: 'Grace Okafor', doing: 'looking' } as const;
const lead = makeLead();

function Page() {
  const [working, setWorking] = useState(false);
  const [shown, setShown] = useState(true);
  return (
    <>
      {shown && <LeadPresenceLine lead={lead} working={working} />}
      <button type="button" onClick={() => setWorking(!working)}>
        Form
      </button>
      <button type="button" onClick={() => setShown(false)}>
        Leave
      </button>
    </>
  );
}

async function openPage(others: (typeof grace)[] = []) {
  const page = await renderPart(<Page />, { answers: { [beat]: { others }, [left]: undefined } });
  return { ...page, press: (name: string) => page.user.click(screen.getByRole('button', { name })) };
}

function show(visibility: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => believe(makeMe()));
afterEach(() => {
  believe(null);
  vi.restoreAllMocks();
});

describe('WS-9: who else has the lead open', () => {
  it('WS-9 says so at once, in a region that screen readers follow', async () => {
    await openPage([grace]);
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('Grace Okafor is looking at this lead'),
    );
  });

  it('WS-9 tells the others when a form is opened and closed, and when the page is left', async () => {
    const { press, server } = await openPage();
    await press('Form');
    await press('Form');
    await waitFor(() =>
      expect(server.asked(beat).map(({ body }) => body.doing)).toEqual(['looking', 'working', 'looking']),
    );
    await press('Leave');
    await waitFor(() => expect(server.asked(left)).toHaveLength(1));
  });

  it('WS-9 is over while the page is hidden, and back when it is looked at again', async () => {
    const { server } = await openPage();
    await waitFor(() => expect(server.asked(beat)).toHaveLength(1));
    show('hidden');
    await waitFor(() => expect(server.asked(left)).toHaveLength(1));
    show('visible');
    await waitFor(() => expect(server.asked(beat)).toHaveLength(2));
  });

  it('WS-9, ID-5 says nothing in the name of whoever signed in instead', async () => {
    const { press, server } = await openPage();
    await waitFor(() => expect(server.asked(beat)).toHaveLength(1));
    const { person, organization } = makeMe();
    believe({ person: { ...person, id: idOf(902) }, organization });
    await press('Leave');
    expect(server.asked(left)).toEqual([]);
  });

  it('WS-9 shows nobody rather than someone who may be gone', async () => {
    const { press, server } = await openPage([grace]);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Grace'));
    server.answer({ [beat]: refusal('not-found') });
    await press('Form');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });
});
