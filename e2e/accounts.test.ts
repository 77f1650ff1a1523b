import { expect, test } from 'vitest';
import { type LinkPurpose, signLink } from '../server/areas/mail/index.ts';
import { checkEverywhere } from './checks.ts';
import { becomes, see, seeNo, useDesk } from './support.ts';

/** Without a mail server, and with one that nobody listens on: emails wait, and nobody else learns their links. */
const desk = useDesk();
const mailing = useDesk({ SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: 'desk@leads.example' });

const accountAdmin = 'account.admin@contoso.example';
const password = 'nine purple lanterns';

/** The token at the end of the link in the newest email to an address; the email may still be on its way. */
async function mailedToken(purpose: LinkPurpose, address: string): Promise<string> {
  const find = () =>
    mailing.product.query<{ id: string; secret: Buffer }>(
      `select content ->> 'linkId' as id, secret from mail cross join link_secret
       where address = $1 and content ->> 'linkId' is not null order by created_at desc limit 1`,
      [address],
    );
  await becomes(async () => (await find()).length).toBe(1);
  const [mail] = await find();
  if (!mail) throw new Error(`no mail went to ${address}`);
  return signLink(mail.secret, purpose, mail.id);
}

test('ID-5: somebody is invited, joins in a browser of their own, and is sent away again', async () => {
  const ada = await desk.signIn(accountAdmin, '/settings/people');
  await see(ada.getByText('No pending invitations'));
  await see(ada.getByText('referrals.munich@contoso.example'));
  await checkEverywhere(ada);
  await ada.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = ada.getByRole('dialog', { name: 'Invite someone' });
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await see(dialog.getByText('Enter an email address'));
  await see(dialog.getByText('Choose at least one role'));
  await checkEverywhere(ada);
  await dialog.getByLabel('Email address').fill('kim.novak@newcomer.example');
  await dialog.getByLabel('Name').fill('Kim Novak');
  await dialog.getByLabel('Referrals user').check();
  await dialog.getByRole('combobox', { name: 'Location' }).click();
  await ada.getByRole('option', { name: /^Munich/ }).click();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  const handing = ada.getByRole('dialog', { name: 'Link for Kim Novak' });
  await see(handing.getByText('No mail server is set up'));
  await checkEverywhere(ada);
  const link = (await handing.locator('code').textContent()) ?? '';
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join\/[\w-]{64}$/);
  await handing.getByRole('button', { name: 'I’ve copied it' }).click();
  await see(ada.getByRole('listitem').filter({ hasText: 'kim.novak@newcomer.example' }));

  // A person who is signed in as someone else is asked first.
  const path = new URL(link).pathname;
  const other = await desk.signIn('seller@northwind.example', path, {
    refusals: [/^401 GET \/api\/v1\/me$/],
  });
  await see(other.getByText('You’re signed in as Sam Rivera'));
  await checkEverywhere(other);
  await other.getByRole('button', { name: 'Sign out and continue' }).click();
  await see(other.getByRole('button', { name: 'Create account and join' }));

  // Kim is removed while the page is open: it may send one more request before it says so.
  const kim = await desk.visit(path, { refusals: [/^401 GET \/api\/v1\//] });
  await see(kim.getByRole('heading', { name: 'Join Contoso' }));
  await see(kim.getByText('Ada Whitfield invited you as Referrals user for Munich.'));
  await kim.getByRole('button', { name: 'Create account and join' }).click();
  await see(kim.getByText('Choose a password of at least 12 characters'));
  await checkEverywhere(kim);
  await kim.getByLabel('Choose a password').fill(password);
  await kim.getByRole('button', { name: 'Create account and join' }).click();
  await see(kim.getByRole('button', { name: 'Account: Kim Novak' }));
  await kim.goto(`${desk.address}/settings/profile`);
  await see(kim.getByText('Not confirmed yet. Confirm it so you don’t miss leads.'));
  await see(kim.getByText('No mail server is set up'));
  await checkEverywhere(kim);

  const late = await desk.visit(path, { refusals: [/^410 GET \/api\/v1\/invitations\/by-link\//] });
  await see(late.getByRole('heading', { name: 'This link isn’t valid' }));
  await see(late.getByText('This invitation has already been accepted.'));
  await checkEverywhere(late);

  await ada.reload();
  await see(ada.getByText('No pending invitations'));
  await ada.getByRole('button', { name: 'Remove the role Referrals user (Munich) from Kim Novak' }).click();
  const removal = ada.getByRole('dialog', { name: 'Remove Kim Novak?' });
  await removal.getByRole('button', { name: 'Remove' }).click();
  await see(ada.getByText('Kim Novak was removed.'));
  await seeNo(ada.getByText('kim.novak@newcomer.example'));
  const own = 'Remove the role Account admin from Ada Whitfield';
  await ada.getByRole('button', { name: own }).click();
  await see(ada.getByRole('dialog', { name: 'Remove Ada Whitfield?' }));
  await checkEverywhere(ada);
});

test('ID-5, NT-4: without a mail server, whoever forgot the password is told whom to ask', async () => {
  const page = await desk.visit('/forgot-password');
  await page.getByLabel('Email address').fill(accountAdmin);
  await page.getByRole('button', { name: 'Send link' }).click();
  await see(page.getByRole('heading', { name: 'This installation doesn’t send email' }));
  await checkEverywhere(page);
});

test('ID-5: who forgot the password gets a link, chooses another, and is signed out elsewhere', async () => {
  const email = 'diego.marin@contoso.example';
  const elsewhere = await mailing.signIn(email, '/leads', {
    refusals: [/^401 /],
  });
  const page = await mailing.visit('/', { refusals: [/^401 POST \/api\/v1\/session$/] });
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await see(page.getByRole('heading', { name: 'Forgot your password?' }));
  await checkEverywhere(page);
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await see(page.getByRole('heading', { name: 'Check your inbox' }));
  await checkEverywhere(page);

  await page.goto(`${mailing.address}/reset/${await mailedToken('reset', email)}`);
  await page.getByLabel('New password').fill('too short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await see(page.getByText('Choose a password of at least 12 characters'));
  await checkEverywhere(page);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await see(page.getByRole('heading', { name: 'Password changed' }));
  await checkEverywhere(page);
  await elsewhere.reload();
  await see(elsewhere.getByRole('heading', { name: 'Sign in to Leadlight' }));
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await see(page.getByRole('button', { name: 'Account: Diego Marín' }));
});

test('ID-5: a new address counts once its owner confirms it', async () => {
  const hannah = await mailing.signIn('hannah.cole@contoso.example', '/settings/profile');
  await see(hannah.getByText(/^Confirmed on /));
  await hannah.getByRole('button', { name: 'Change address' }).click();
  const dialog = hannah.getByRole('dialog', { name: 'Change your email address' });
  await dialog.getByLabel('New email address').fill('hannah@moved.example');
  await dialog.getByLabel('Your password').fill('leadlight-demo');
  await checkEverywhere(hannah);
  await dialog.getByRole('button', { name: 'Send confirmation email' }).click();
  await see(hannah.getByText('We’ve emailed hannah@moved.example.'));
  await checkEverywhere(hannah);

  const path = `/verify/${await mailedToken('verify', 'hannah@moved.example')}`;
  const stranger = await mailing.visit(path);
  await see(stranger.getByRole('heading', { name: 'Sign in to confirm your address' }));
  await checkEverywhere(stranger);
  await hannah.goto(mailing.address + path);
  await see(hannah.getByText('will replace hannah.cole@contoso.example'));
  await checkEverywhere(hannah);
  await hannah.getByRole('button', { name: 'Confirm address' }).click();
  await see(hannah.getByRole('heading', { name: 'Address confirmed' }));
  await hannah.goto(`${mailing.address}/settings/profile`);
  await see(hannah.getByText('hannah@moved.example'));
});
