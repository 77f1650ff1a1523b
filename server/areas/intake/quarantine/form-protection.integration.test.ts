import { beforeAll, describe, expect, it } from 'vitest';
import { useMade } from '../../../../test/made.ts';
import { startServerForTest, testNow, useTestServer } from '../../../../test/server.ts';
import { openPublicForm, readPublicForm } from '../../partners/public-pages/form-test-support.ts';

const server = useTestServer({
  env: { LEADLIGHT_TRUST_PROXY: '1' },
  emptied: ['suspected_submission', 'form_use', 'lead', 'intake_receipt'],
});
const partner = useMade(() => server.make.partner('Contoso'));
const offer = useMade(() => server.make.offer(partner, { title: 'Backup' }));
const other = useMade(() => server.make.offer(partner));
let path: string;
let senders = 0;

beforeAll(async () => {
  await server.make.organization('operator', 'Vendor');
  path = `/offers/-/${offer.name}`;
});

const customer = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@customer.test',
  country: 'GB',
  message: 'We need backups.',
  consent: 'on',
};

function send(form: Record<string, string>, to = path) {
  const headers = { 'x-forwarded-for': `198.51.100.${++senders % 250}` };
  return server.request('POST', to, { body: new URLSearchParams(form), headers });
}

/** The outcome of everything that was sent: how many leads, and the signals of each suspected submission. */
async function outcome() {
  const { ownerDb } = server.database;
  const leads = await ownerDb.selectFrom('lead').select('id').execute();
  const kept = await ownerDb.selectFrom('suspected_submission').select('signals').orderBy('id').execute();
  return { leads: leads.length, kept: kept.map(({ signals }) => signals.toSorted()) };
}

/** Sends it, expects the thank-you page, and returns the outcome. */
async function thanked(form: Record<string, string>) {
  const answer = await send(form);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`${path}/thanks`);
  return outcome();
}

async function fillIn(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const form = await openPublicForm(server, path);
  return { ...customer, ...form.fields, proof: form.solve(), ...more };
}

describe('IN-7: a form that a person sends becomes a lead', () => {
  it('IN-7 with its proof of work', async () => {
    expect(await thanked(await fillIn())).toEqual({ leads: 1, kept: [] });
  });

  it('IN-7 without JavaScript, so without a proof', async () => {
    expect(await thanked(await fillIn({ proof: '' }))).toEqual({ leads: 1, kept: [] });
  });

  it('IN-7 without JavaScript and with three links it is suspected', async () => {
    const message = 'We need backups, please see http://a.test http://b.test and www.c.test';
    expect(await thanked(await fillIn({ message }))).toEqual({ leads: 1, kept: [] });
    expect(await thanked(await fillIn({ message, proof: '' }))).toEqual({
      leads: 1,
      kept: [['many-links', 'proof-missing']],
    });
  });

  it('IN-7 and once more after a mistake was shown to them, without waiting', async () => {
    const page = await server.request('GET', path);
    const first = readPublicForm(page.text);
    server.clock.set(new Date(testNow.getTime() + 60_000));
    const refused = await send({ ...customer, ...first.fields, email: '' });
    expect(refused.status).toBe(400);
    const again = readPublicForm(refused.text);
    expect(again.fields).toEqual(first.fields);
    const sent = await thanked({ ...customer, ...again.fields, proof: again.solve() });
    expect(sent).toEqual({ leads: 1, kept: [] });
  });

  it('IN-7 a form that was open for too long is asked for again, and keeps what was typed', async () => {
    const form = await fillIn();
    server.clock.set(new Date(server.clock.now().getTime() + 13 * 3_600_000));
    const refused = await send(form);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('This form was open for too long. Please send it again.');
    expect(refused.text).toContain('value="Lovelace"');
    expect(await outcome()).toEqual({ leads: 0, kept: [] });
    const again = readPublicForm(refused.text);
    expect(again.fields.formKey).not.toBe(form.formKey);
    const sent = await thanked({ ...customer, ...again.fields, proof: again.solve() });
    expect(sent).toEqual({ leads: 1, kept: [] });
  });

  it('IN-7 a form stays good over a restart and in another process', async () => {
    const form = await fillIn();
    const second = await startSecond();
    const answer = await second.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
    await second.close();
    expect(answer.statusCode).toBe(303);
    expect(await outcome()).toEqual({ leads: 1, kept: [] });
  });
});

/** Another process on the same database. */
async function startSecond() {
  const { composeApp } = await import('../../../main.ts');
  const { readConfig } = await import('../../../platform/config.ts');
  const { createLogger } = await import('../../../platform/log.ts');
  const { pools } = server.database;
  const parts = { config: readConfig({}), log: createLogger('silent'), clock: server.clock, pools };
  const app = await composeApp({ ...parts, isDemo: false });
  await app.ready();
  return app;
}

describe('IN-7: what no person does is kept for the operator, and thanked like everything else', () => {
  it.each([
    ['trap-filled', { homepage: 'https://spam.test' }],
    ['token-forged', { formToken: '' }],
    ['token-forged', { formToken: `mwot5gso.${'A'.repeat(43)}` }],
    ['token-forged', { formToken: 'é'.repeat(43) }],
    ['proof-wrong', { proof: 'e30=' }],
    ['proof-wrong', { proof: 'x'.repeat(100_000) }],
    ['proof-wrong', { proof: Buffer.from('[[[').toString('base64') }],
  ] as const)('IN-7 %s: %j', async (signal, change) => {
    expect(await thanked(await fillIn(change))).toEqual({ leads: 0, kept: [[signal]] });
  });

  it('IN-7 sent in less than three seconds', async () => {
    const form = readPublicForm((await server.request('GET', path)).text);
    server.clock.set(new Date(testNow.getTime() + 2999));
    const sent = await thanked({ ...customer, ...form.fields, proof: form.solve() });
    expect(sent).toEqual({ leads: 0, kept: [['too-quick']] });
  });

  it('IN-7 a wrong form with a made-up token gains no time: what comes back must be filled in again', async () => {
    const form = readPublicForm((await server.request('GET', path)).text);
    const refused = await send({ ...customer, ...form.fields, formToken: 'x', email: '' });
    expect(refused.status).toBe(400);
    const again = readPublicForm(refused.text);
    const sent = await thanked({ ...customer, ...again.fields, proof: again.solve() });
    expect(sent).toEqual({ leads: 0, kept: [['too-quick']] });
  });

  it('IN-7 the form of another page', async () => {
    const form = await openPublicForm(server, `/offers/-/${other.name}`);
    const sent = await thanked({ ...customer, ...form.fields, proof: form.solve() });
    expect(sent).toEqual({ leads: 0, kept: [['token-forged']] });
  });

  it('IN-7 the proof of another form, and one that is not solved', async () => {
    const [first, second] = [await openPublicForm(server, path), await openPublicForm(server, path)];
    expect(await thanked({ ...customer, ...first.fields, proof: second.solve() })).toEqual({
      leads: 0,
      kept: [['proof-wrong']],
    });
    const unsolved = { challenge: second.challenge, solution: { counter: 1, derivedKey: '00' } };
    const proof = Buffer.from(JSON.stringify(unsolved)).toString('base64');
    expect((await thanked({ ...customer, ...second.fields, message: 'Another', proof })).kept).toHaveLength(
      2,
    );
  });

  it('IN-7 a challenge that was made easier', async () => {
    const form = await openPublicForm(server, path);
    form.challenge.parameters.keyPrefix = '00';
    expect((await thanked({ ...customer, ...form.fields, proof: form.solve() })).kept).toEqual([
      ['proof-wrong'],
    ]);
  });

  it('IN-7 a proof counts once: corrected once it is a lead, with links or for the fourth time not', async () => {
    const form = await fillIn();
    expect(await thanked(form)).toEqual({ leads: 1, kept: [] });
    expect(await thanked(form)).toEqual({ leads: 1, kept: [] });
    expect(await thanked({ ...form, lastName: 'King' })).toEqual({ leads: 2, kept: [] });
    const message = 'We need backups, please see http://a.test http://b.test http://c.test';
    expect(await thanked({ ...form, message })).toEqual({
      leads: 2,
      kept: [['many-links', 'proof-replayed']],
    });
    const last = await thanked({ ...form, message: 'Again.' });
    expect(last.kept.at(-1)).toEqual(['form-overused', 'proof-replayed']);
    expect(last.leads).toBe(2);
  });

  it('IN-7 words of spam are enough on the first day', async () => {
    const message = 'We sell backlinks and guest posts in your niche, rank higher on Google';
    expect(await thanked(await fillIn({ message }))).toEqual({ leads: 0, kept: [['spam-words']] });
  });

  it('IN-3 the same words from a fresh form within a day are kept once', async () => {
    const again = async () => thanked(await fillIn({ homepage: 'x', message: 'Once' }));
    await again();
    expect(await again()).toEqual({ leads: 0, kept: [['trap-filled']] });
    server.clock.set(new Date(testNow.getTime() + 25 * 3_600_000));
    expect((await again()).kept).toHaveLength(2);
  });

  it('IN-7 sent twice at once it is kept once, and it does not become a lead later', async () => {
    const form = await fillIn({ homepage: 'x' });
    const answers = await Promise.all([send(form), send(form), send(form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await thanked({ ...form, homepage: '' })).toEqual({ leads: 0, kept: [['trap-filled']] });
  });

  it('IN-5 100,000 characters are refused with the sentence at the field, and nothing is kept', async () => {
    const answer = await send(await fillIn({ homepage: 'x', message: 'x'.repeat(100_000) }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Message has more than 5000 characters.');
    expect(await outcome()).toEqual({ leads: 0, kept: [] });
    expect((await thanked(await fillIn({ homepage: 'x'.repeat(100_000) }))).kept).toHaveLength(1);
  });

  it('IN-7 forms that have expired are forgotten', async () => {
    await thanked(await fillIn());
    server.clock.set(new Date(server.clock.now().getTime() + 13 * 3_600_000));
    await thanked(await fillIn());
    const uses = await server.database.ownerDb.selectFrom('form_use').select('form_key').execute();
    expect(uses).toHaveLength(1);
  });
});

it('IN-7 where there is no operator, everything becomes a lead', async () => {
  const lonely = await startServerForTest();
  const partner = await lonely.make.partner();
  const { name } = await lonely.make.offer(partner);
  const form = await openPublicForm(lonely, `/offers/-/${name}`);
  const body = new URLSearchParams({ ...customer, ...form.fields, homepage: 'x' });
  expect((await lonely.request('POST', `/offers/-/${name}`, { body })).status).toBe(303);
  const leads = await lonely.database.ownerDb.selectFrom('lead').select('id').execute();
  expect(leads).toHaveLength(1);
});
