import { describe, expect, it } from 'vitest';
import {
  type SuspectedSubmissionDetails,
  suspectedSubmissionDetails,
} from '../../../../contract/intake/quarantine.ts';
import { useMade } from '../../../../test/made.ts';
import { body, testNow, useTestServer } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';
import { removeUndecided as removeUndecidedJob } from './quarantine.jobs.ts';

const server = useTestServer({ emptied: ['suspected_submission'] });
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const partner = useMade(() => server.make.partner('Contoso'));
const admin = useMade(() => server.signInAs(operator.id, 'operator-admin'));

const hour = 3_600_000;
const day = 24 * hour;

/** A submission received at that moment. */
async function suspect(at: Date): Promise<string> {
  const id = newId();
  const contact = { firstName: 'Ada', lastName: null, email: null, phone: null, title: null };
  const lead = {
    contact,
    customerName: null,
    message: 'Buy backlinks',
    country: 'GB',
    contactDirectly: false,
  };
  await server.database.ownerDb
    .insertInto('suspected_submission')
    .values({
      ...{ organization_id: operator.id, id, state: 'suspected', door: 'offer-page', partner_id: partner.id },
      ...{ page_title: 'Offer', page_path: '/o/x.y', signals: ['too-quick'], word_numbers: [1] },
      ...{ lead: JSON.stringify(lead), received_at: at },
      ...{ request_key: Buffer.from(id), request_hash: Buffer.from('hash') },
    })
    .execute();
  return id;
}

async function call(method: string, path: string): Promise<SuspectedSubmissionDetails> {
  const answer = await server.request(method, `/api/v1/quarantine/${path}`, { as: admin });
  return body(suspectedSubmissionDetails, answer);
}

const removeUndecided = () => server.jobs.find(({ name }) => name === removeUndecidedJob.name)?.run({});

async function keptIds(): Promise<Set<string>> {
  const rows = await server.database.ownerDb.selectFrom('suspected_submission').select('id').execute();
  return new Set(rows.map(({ id }) => id));
}

describe('IN-7: a submission that nobody decides on', () => {
  it('IN-7 says until when it waits, and is removed whole then, not before; twice in a row changes nothing', async () => {
    const [first, decided] = [await suspect(testNow), await suspect(testNow)];
    const later = await suspect(new Date(testNow.getTime() + 1));
    await call('POST', `${decided}/spam`);
    const until = new Date(testNow.getTime() + 90 * day);
    expect((await call('GET', first)).formRemovedAt).toBe(until.toISOString());
    server.clock.set(new Date(until.getTime() - 1));
    await removeUndecided();
    expect(await keptIds()).toEqual(new Set([first, decided, later]));
    server.clock.set(until);
    await removeUndecided();
    await removeUndecided();
    expect(await keptIds()).toEqual(new Set([decided, later]));
  });

  it('IN-7 has the whole time again when a decision is taken back', async () => {
    const id = await suspect(testNow);
    await call('POST', `${id}/spam`);
    const restoredAt = testNow.getTime() + 2 * hour;
    server.clock.set(new Date(restoredAt));
    const until = new Date(restoredAt + 90 * day);
    expect((await call('POST', `${id}/restore`)).formRemovedAt).toBe(until.toISOString());
    server.clock.set(new Date(testNow.getTime() + 90 * day));
    await removeUndecided();
    expect(await keptIds()).toEqual(new Set([id]));
    server.clock.set(until);
    await removeUndecided();
    expect(await keptIds()).toEqual(new Set());
  });
});
