import { expect, test } from 'vitest';
import { signLink } from '../server/areas/mail/index.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, sendMarketplaceLead, useDesk } from './support.ts';

const desk = useDesk();

/** A deliverable address, unlike those below `.example`, which are never written to. Nothing is sent from here. */
const email = 'kim.park@lakeside-inn.com';

/** The link that the email carries to the lead's customer. */
async function readLink(leadId: string): Promise<string> {
  let id: string | undefined;
  await becomes(async () => {
    const [request] = await desk.product.query<{ id: string }>(
      `select content ->> 'requestId' as id from mail where kind = 'customer' and $1::uuid = any(lead_ids)`,
      [leadId],
    );
    id = request?.id;
    return id;
  }).toBeDefined();
  const [row] = await desk.product.query<{ secret: Buffer }>('select secret from link_secret');
  if (!row || id === undefined) throw new Error('no link was sent');
  return `/request/${signLink(row.secret, 'request', id)}`;
}

test('LC-3: a declined customer sends the request on without JavaScript, and withdraws it', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Lakeside Inn', email });
  const grace = await desk.signIn('referrals.admin@contoso.example', `/leads/${leadId}`);
  await grace.getByRole('button', { name: 'Decline' }).click();
  const dialog = grace.getByRole('dialog');
  await dialog.getByLabel('Reason').click();
  await grace.getByRole('option', { name: 'No capacity now' }).click();
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await seeNo(dialog);

  const link = await readLink(leadId);
  await checkEverywhere(await desk.visit(link));
  await checkEverywhere(await desk.visit(`${link}/withdraw?language=de`));
  const customer = await desk.visit(link, { javaScript: false });
  await see(customer.getByRole('heading', { level: 1, name: 'Your request' }));
  await customer.getByRole('button', { name: 'Send my request to Fabrikam' }).click();
  await see(customer.getByText('Your request is with Fabrikam'));
  expect(new URL(customer.url()).pathname).toBe(link);
  expect(await customer.getByRole('button').count()).toBe(0);

  const amara = await desk.signIn('referrals.admin@fabrikam.example', '/leads?limit=25');
  await amara.getByRole('link', { name: 'Lakeside Inn', exact: true }).first().click();
  await see(amara.getByText('Sent on by the customer after another partner declined', { exact: true }));
  await see(amara.getByText(email));
  expect(await amara.getByRole('main').textContent()).not.toContain('Contoso');
  await checkEverywhere(amara);

  await customer.getByRole('link', { name: 'Withdraw my request' }).click();
  await see(customer.getByRole('heading', { name: 'Withdraw your request?' }));
  await customer.getByRole('link', { name: 'No, keep my request' }).click();
  await customer.getByRole('link', { name: 'Withdraw my request' }).click();
  await customer.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await see(customer.getByText('Withdrawn by you'));
  await see(amara.getByText('The customer withdrew the request.'));
});
