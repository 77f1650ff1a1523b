import { describe, expect, it } from 'vitest';
import { unknownFields } from '../../../../contract/leads/reply-fields.ts';
import {
  type ReplyTemplate,
  replyTemplate,
  replyTemplateList,
} from '../../../../contract/leads/reply-templates.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf } from '../../../../test/server.ts';
import { starterTemplates } from './starter-templates.data.ts';

const { server, world } = useLeadWorld({ emptied: ['reply_template'] });

const path = '/api/v1/reply-templates';
const text = { name: 'Hello', subject: 'Your request', text: 'Hello {{firstName}},' };
const create = (more: object = {}, as: Caller = world.as.admin) =>
  server.request('POST', path, { as, body: { ...text, ...more } });
const change = (
  id: string,
  what: object,
  as: Caller = world.as.admin,
  headers: Record<string, string> = {},
) => server.request('PATCH', `${path}/${id}`, { as, body: what, headers });
const remove = (id: string, as: Caller = world.as.admin) => server.request('DELETE', `${path}/${id}`, { as });
async function list(as: Caller = world.as.admin): Promise<ReplyTemplate[]> {
  const { items } = body(replyTemplateList, await server.request('GET', path, { as }));
  return items.filter(({ starter }) => starter === null);
}
async function made(more: object = {}, as?: Caller): Promise<ReplyTemplate> {
  const answer = await create(more, as);
  expect(answer.status, answer.text).toBe(201);
  return body(replyTemplate, answer);
}

describe('WS-17: reply templates', () => {
  it('WS-17 one’s own are for oneself, shared ones for everyone who works on leads here, by name', async () => {
    const own = await made({ name: 'B' });
    const shared = await made({ name: 'a', shared: true });
    expect(own).toMatchObject({ ...text, name: 'B', mayChange: true, version: 1, starter: null });
    expect((await list()).map(({ name }) => name)).toEqual(['a', 'B']);
    expect(await list(world.as.user)).toEqual([{ ...shared, mayChange: false }]);
    expect(await list(world.as.fabrikamAdmin)).toEqual([]);
  });

  it('WS-17 there are starters in English and German, whose fields all exist', async () => {
    const answer = await server.request('GET', path, { as: world.as.user });
    const { items } = body(replyTemplateList, answer);
    expect(new Set(items.map(({ starter }) => starter))).toEqual(new Set(['en', 'de']));
    for (const { subject, text: words, mayChange } of items) {
      expect(unknownFields(subject + words)).toEqual([]);
      expect(mayChange).toBe(false);
    }
    const [starter] = starterTemplates;
    expect(problemOf(await change(starter?.id ?? '', { name: 'x' })).code).toBe('not-allowed');
    expect(problemOf(await remove(starter?.id ?? '')).code).toBe('not-allowed');
  });

  it('WS-17 sharing, and changing what is shared, is for Referrals admins of the whole organization', async () => {
    for (const as of [world.as.user, world.as.munichAdmin]) {
      expect(problemOf(await create({ shared: true }, as)).status).toBe(403);
      const own = await made({}, as);
      expect(problemOf(await change(own.id, { shared: true }, as)).status).toBe(403);
      expect((await change(own.id, { name: 'Mine' }, as)).status).toBe(200);
      expect((await change(own.id, { name: 'Not yours' })).status).toBe(404);
      const shared = await made({ shared: true });
      expect(problemOf(await change(shared.id, { name: 'x' }, as)).status).toBe(403);
      expect(problemOf(await remove(shared.id, as)).status).toBe(403);
    }
  });

  it('WS-17 of two who change a shared one at once the second sees what it is now', async () => {
    const { id } = await made({ shared: true });
    expect((await change(id, { text: 'one' }, world.as.admin, { 'if-match': '"1"' })).status).toBe(200);
    const problem = problemOf(await change(id, { text: 'two' }, world.as.admin, { 'if-match': '"1"' }));
    expect(problem).toMatchObject({ code: 'settings-changed', current: { text: 'one', version: 2 } });
    expect((await remove(id)).status).toBe(204);
    expect((await remove(id)).status).toBe(404);
  });

  it.each([
    [{ name: ' ' }, 'body.name'],
    [{ subject: '' }, 'body.subject'],
    [{ text: 'x'.repeat(5001) }, 'body.text'],
    [{ text: 'Hello {{first_name}}' }, 'body.text'],
    [{ subject: '{{price}}' }, 'body.subject'],
    [{ language: 'en' }, 'body.language'],
  ])('WS-17 what is wrong is refused with its place (%#)', async (more, at) => {
    expect(problemOf(await create(more))).toMatchObject({ status: 400, issues: [{ path: at }] });
  });

  it('ID-3 people who do not work on leads, and programs, have none', async () => {
    for (const as of [world.as.profileAdmin, world.as.seller, world.as.accountAdmin])
      expect((await server.request('GET', path, { as })).status).toBe(403);
    const token = { token: await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write') };
    expect((await server.request('GET', path, { as: token })).status).toBe(403);
    expect((await server.request('GET', path)).status).toBe(401);
  });

  it('WS-17 a person has at most a hundred', async () => {
    for (let n = 0; n < 100; n++) await made({ name: `${n}` }, world.as.munichUser);
    expect(problemOf(await create({}, world.as.munichUser)).code).toBe('limit-reached');
  });
});
