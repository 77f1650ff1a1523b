import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Whose } from '../../contract/errors.ts';
import { whoseHeaders } from '../../contract/whose.ts';
import { ApiError, onSignedOut, request } from './client.ts';
import { saveFile } from './save-file.ts';
import * as whose from './whose.ts';

const robinAtContoso: Whose = {
  person: { id: 'robin', name: 'Robin Reyes' },
  organization: { id: 'contoso', name: 'Contoso' },
};
const robinAtFabrikam = { ...robinAtContoso, organization: { id: 'fabrikam', name: 'Fabrikam' } };

interface Sent {
  path: string;
  headers: Record<string, string>;
}
let sent: Sent[];
let answer: () => Response;

function answerOf(body: unknown, { status = 200, as }: { status?: number; as?: Whose } = {}): Response {
  const headers: Record<string, string> = as
    ? { [whoseHeaders.person]: as.person.id, [whoseHeaders.organization]: as.organization.id }
    : {};
  return new Response(JSON.stringify(body), { status, headers });
}

/** What the server says to a page of somebody else. */
const otherSession = (now: Whose) =>
  answerOf(
    { code: 'other-session', status: 409, title: 'x', detail: 'x', session: now },
    { status: 409, as: now },
  );

beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (path: string, init: { headers: Record<string, string> }) => {
    sent.push({ path, headers: init.headers });
    return answer();
  });
  whose.believe(robinAtContoso);
});

afterEach(() => {
  whose.believe(null);
  vi.unstubAllGlobals();
});

it('ID-5: a file asked for after the session ended asks to sign in again, like every other request', async () => {
  const asked = vi.fn();
  onSignedOut(asked);
  const problem = { code: 'not-signed-in', status: 401, title: 'x', detail: 'x' };
  answer = () => answerOf(problem, { status: 401 });
  await expect(saveFile('POST /api/v1/leads/export', { body: {} })).rejects.toThrow(ApiError);
  expect(asked).toHaveBeenCalledTimes(1);
  onSignedOut(() => undefined);
});

describe('ID-5: a page knows whose it is', () => {
  it('says so with every request, and with addresses that the browser fetches', async () => {
    answer = () => answerOf({}, { as: robinAtContoso });
    await request('DELETE /api/v1/leads/:id/favorite', { params: { id: '1' } });
    expect(sent[0]?.headers).toMatchObject({
      'leadlight-person': 'robin',
      'leadlight-organization': 'contoso',
    });
    expect(whose.whoseQuery()).toEqual({ as: 'robin.contoso' });
    expect(whose.currentOther()).toBeUndefined();
  });

  it('says nothing where nobody is known yet', async () => {
    whose.believe(null);
    answer = () => answerOf({}, { as: robinAtContoso });
    await request('GET /api/v1/me');
    expect(sent[0]?.headers).not.toHaveProperty('leadlight-person');
    expect(whose.whoseQuery()).toEqual({});
  });

  it('stops when the server refuses, and knows who is signed in now', async () => {
    answer = () => otherSession(robinAtFabrikam);
    await expect(request('GET /api/v1/leads')).rejects.toThrow(ApiError);
    expect(whose.currentOther()).toEqual({ openedFor: robinAtContoso, now: robinAtFabrikam });
  });

  it('takes no answer that was for somebody else, even where the server let the request pass', async () => {
    answer = () => answerOf({ ...robinAtFabrikam, items: ['a lead of Fabrikam'] }, { as: robinAtFabrikam });
    await expect(request('GET /api/v1/leads')).rejects.toMatchObject({
      problem: { code: 'other-session' },
    });
    expect(whose.currentOther()).toEqual({ openedFor: robinAtContoso, now: robinAtFabrikam });
  });

  it('is not alarmed by answers to what it asked before it changed, nor by its own change', async () => {
    answer = () => otherSession(robinAtFabrikam);
    await whose.whileChanging(async () => {
      await expect(request('GET /api/v1/leads')).rejects.toThrow(ApiError);
    });
    expect(whose.currentOther()).toBeUndefined();
    const late = request('GET /api/v1/leads');
    whose.believe(robinAtFabrikam);
    await expect(late).rejects.toThrow(ApiError);
    expect(whose.currentOther()).toBeUndefined();
  });

  it('goes on when the session is back with it', async () => {
    answer = () => otherSession(robinAtFabrikam);
    await expect(request('GET /api/v1/leads')).rejects.toThrow(ApiError);
    answer = () => answerOf({}, { as: robinAtContoso });
    await request('GET /api/v1/me');
    expect(whose.currentOther()).toBeUndefined();
  });
});
