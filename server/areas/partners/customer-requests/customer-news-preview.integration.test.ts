import { describe, expect, it } from 'vitest';
import { customerNews } from '../../../../contract/mail/mail.ts';
import { startLeadWorldForTest, useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld({
  env: {
    SMTP_URL: 'smtp://127.0.0.1:9',
    LEADLIGHT_MAIL_FROM: 'Leadlight <leads@leads.example>',
  },
});

const ask = (leadId: string, as: Caller | undefined = world.as.admin, query = '') =>
  server.request('GET', `/api/v1/leads/${leadId}/customer-news${query}`, { as });
const read = async (leadId: string, query = '') =>
  body(customerNews, await ask(leadId, world.as.admin, query));
const inquiry = (columns: object = {}) =>
  world.lead({
    door: 'profile-page',
    contact_email: `${newId()}@customer.test`,
    ...columns,
  });

describe('LC-3: what the customer is told, before it happens', () => {
  it('LC-3 shows the email in the customer’s language, without their address and with the link as dots', async () => {
    const leadId = await inquiry({ contact_email: 'ada@customer.test', country: 'AT' });
    const { told, reason, words, mail } = await read(leadId);
    expect([told, reason]).toEqual([true, null]);
    expect(words).toBe(
      'We’ll email the customer to say that you can’t take on the request, and offer other partners.',
    );
    expect(mail).toMatchObject({ language: 'de', subject: 'Ihre Anfrage an Contoso' });
    expect(mail?.text).toContain('Contoso kann Ihre Anfrage nicht übernehmen');
    expect(mail?.text).toContain('••••');
    expect(JSON.stringify(mail)).not.toContain('ada@');
    const expired = await read(leadId, '?news=expired');
    expect(expired.words).toContain('did not answer in time');
    expect(expired.mail?.text).toContain('hat nicht rechtzeitig geantwortet');
    expect((await server.database.ownerDb.selectFrom('mail').select('id').execute()).length).toBe(0);
  });

  it.each<[string, object, string]>([
    ['no address', { contact_email: null }, 'no-address'],
    ['an invalid address', { email_validity: 'Invalid' }, 'invalid-address'],
    ['a spam address', { email_validity: 'Spam' }, 'spam-address'],
    ['no consent', { contact_allowed: false }, 'no-consent'],
    ['a test', { is_test: true }, 'test-lead'],
    ['a lead of a program', { door: 'api' }, 'came-by-program'],
    ['a lead of a seller', { qualification: 'SalesQualified' }, 'sent-by-seller'],
  ])('LC-3 of %s says that nobody is told, and why', async (_what, columns, reason) => {
    const found = await read(await inquiry(columns));
    expect(found).toMatchObject({ told: false, reason, mail: null });
    expect(found.words).toMatch(/^The customer won’t be told: .+\.$/);
  });

  it('LC-3 an address that was told often today', async () => {
    const leadId = await inquiry({ contact_email: 'often@customer.test' });
    for (let n = 0; n < 3; n++)
      await server.database.ownerDb
        .insertInto('mail')
        .values({
          organization_id: world.operator.id,
          id: newId(),
          kind: 'customer',
          address: 'Often@customer.test',
          recipient_name: '',
          locale: 'de',
          time_zone: 'UTC',
          content: '{}',
          reason: 'customer-request',
          state: 'sent',
          sent_at: testNow,
          due_at: testNow,
          created_at: testNow,
        })
        .execute();
    expect((await read(leadId)).reason).toBe('told-often');
  });

  it('ID-2, ID-3 is for whoever may see the lead', async () => {
    const leadId = await inquiry({ location_id: world.munich.id });
    for (const as of [world.as.berlinAdmin, world.as.fabrikamAdmin])
      expect(problemOf(await ask(leadId, as))).toMatchObject({ status: 404, code: 'not-found' });
    expect(problemOf(await ask(leadId, world.as.accountAdmin)).status).toBe(403);
    expect(problemOf(await server.request('GET', `/api/v1/leads/${leadId}/customer-news`)).status).toBe(401);
    expect(problemOf(await ask(leadId, world.as.admin, '?news=won')).status).toBe(400);
    expect((await ask(leadId, world.as.munichAdmin)).status).toBe(200);
  });
});

describe('without a mail server', () => {
  it('LC-3 says that nothing is sent', async () => {
    const { server: other, world: made } = await startLeadWorldForTest();
    const leadId = await made.lead({ door: 'profile-page' });
    const answer = await other.request('GET', `/api/v1/leads/${leadId}/customer-news`, { as: made.as.admin });
    expect(body(customerNews, answer)).toMatchObject({ told: false, reason: 'no-mail-server' });
  });
});
