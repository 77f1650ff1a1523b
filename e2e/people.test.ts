import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LeadPage } from '../contract/leads/lead-list.ts';
import { checkAccessibility, checkEverywhere } from './checks.ts';
import { becomes, rowOf, see, seeNo, sendMarketplaceLead, statedTotal, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const notThere = 'This lead doesn’t exist, or you can’t see it';

async function listLeads(page: Page, query: string): Promise<LeadPage> {
  const answer = await page.request.get(`${desk.address}/api/v1/leads?${query}`);
  return (await answer.json()) as LeadPage;
}

async function openDialog(page: Page, button: string, title: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await see(dialog);
  return dialog;
}

test('two people at one lead: the first wins, and nothing of the second is lost', async () => {
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Two Rivers Dairy' });
  const refusals = [/^409 POST .+\/acceptance$/, /^409 PATCH /];
  const grace = await desk.signIn(admin, `/leads/${leadId}`);
  const robin = await desk.signIn('consultant@leadlight.example', `/leads/${leadId}`, { refusals });
  const first = await openDialog(grace, 'Accept', 'Accept lead');
  const second = await openDialog(robin, 'Accept', 'Accept lead');
  for (const [dialog, value] of [
    [first, '9000'],
    [second, '7000'],
  ] as const) {
    await dialog.getByLabel('Estimated value').fill(value);
    await dialog.getByRole('button', { name: 'Within 6 months' }).click();
  }
  await first.getByRole('button', { name: 'Accept lead' }).click();
  await seeNo(first);
  await second.getByRole('button', { name: 'Accept lead' }).click();
  const late = robin.getByRole('dialog', { name: 'Edit deal' });
  await see(late.getByText('This lead was accepted by Grace Okafor just now.'));
  expect(await late.getByRole('textbox', { name: 'Estimated value' }).inputValue()).toBe('7,000');
  await checkEverywhere(robin);
  // The choice is made by keyboard: it has the focus, on one's own value.
  const value = late.getByRole('radiogroup', { name: 'Estimated value' });
  expect(await value.getByRole('radio', { name: 'Yours $7,000' }).isChecked()).toBe(true);
  await robin.keyboard.press('ArrowDown');
  expect(await value.getByRole('radio', { name: 'Theirs $9,000' }).isChecked()).toBe(true);
  expect(await late.getByRole('textbox', { name: 'Estimated value' }).inputValue()).toBe('9,000');
  for (const one of await late.getByRole('radio', { name: /^Theirs/ }).all()) await one.check();
  await late.getByRole('button', { name: 'Save' }).click();
  await seeNo(late);
  await see(robin.getByRole('region', { name: 'Deal' }).getByText('$9,000'));

  const mine = await openDialog(grace, 'Edit deal', 'Edit deal');
  const theirs = await openDialog(robin, 'Edit deal', 'Edit deal');
  await mine.getByLabel('Estimated value').fill('9500');
  await mine.getByLabel('Notes').fill('They asked for a second site.');
  await mine.getByRole('button', { name: 'Save' }).click();
  await seeNo(mine);
  await theirs.getByLabel('Estimated value').fill('8000');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await see(theirs.getByText('This lead was changed by Grace Okafor just now'));
  const choice = theirs.getByRole('radiogroup', { name: 'Estimated value' });
  for (const name of ['Yours $8,000', 'Theirs $9,500', 'Before $9,000'])
    await see(choice.getByRole('radio', { name }));
  await see(theirs.getByRole('listitem').getByText('They asked for a second site.'));
  await checkEverywhere(robin);
  await theirs.getByRole('button', { name: 'Save' }).click();
  await seeNo(theirs);
  for (const page of [robin, grace]) {
    const deal = page.getByRole('region', { name: 'Deal' });
    await see(deal.getByText('$8,000'));
    await see(deal.getByText('They asked for a second site.'));
  }
});

test('an expired lead shows its contact nowhere', async () => {
  const secrets = { email: 'secret.person@withheld.example', phone: '+1 425 555 0199' };
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Withheld Works', ...secrets });
  await desk.product.query(
    `update lead set received_at = received_at - interval '15 days', expires_at = expires_at - interval '15 days'
     where id = $1`,
    [leadId],
  );
  const page = await desk.signIn(admin, '/leads?search=Withheld+Works');
  const nothingSecret = async () => {
    const shown = await page.content();
    for (const part of ['secret.person', '555 0199', 'Haddad']) expect(shown).not.toContain(part);
  };
  const row = rowOf(page, 'Withheld Works');
  await see(row.getByText('Expired'));
  await see(row.getByText('Contact withheld'));
  await row.getByRole('link').hover();
  await see(page.getByRole('tooltip'));
  await nothingSecret();
  await row.getByRole('link').click();
  await see(page.getByText('This lead expired without an answer'));
  await see(page.getByRole('region', { name: 'Timeline' }).getByRole('listitem'));
  await seeNo(page.getByRole('region', { name: 'Actions' }));
  await nothingSecret();
  await checkEverywhere(page);
  await page.goto(`${desk.address}/leads?search=${encodeURIComponent(secrets.email)}`);
  await see(page.getByRole('heading', { name: /^Nothing found for/ }));

  for (const path of [
    `leads/${leadId}`,
    `leads/${leadId}/timeline`,
    'leads/export?search=Withheld',
    'leads?limit=200',
  ]) {
    const answer = await (await page.request.get(`${desk.address}/api/v1/${path}`)).text();
    expect(answer.length).toBeGreaterThan(0);
    for (const part of ['secret.person', '5550199', '555 0199']) expect(answer).not.toContain(part);
  }
});

test('everybody sees what their role and location allow, and nothing else', async () => {
  const refusals = [/^404 GET \/api\/v1\/leads\/[^/]+(\/.+)?$/];
  const grace = await desk.signIn(admin, '/leads?limit=25', { refusals });
  const all = await statedTotal(grace);
  const seattle = (await listLeads(grace, 'limit=200')).items.find(
    (lead) => lead.location?.name === 'Seattle',
  );
  const amara = await desk.signIn('referrals.admin@fabrikam.example', '/settings');
  const [foreign] = (await listLeads(amara, 'limit=1')).items;
  await grace.goto(`${desk.address}/leads/${foreign?.id}`);
  await see(grace.getByRole('heading', { name: notThere }));
  await checkEverywhere(grace);

  // English, with the formats of her country.
  await desk.product.query(
    "update person set locale = 'en-DE' where email = 'referrals.munich@contoso.example'",
  );
  const munich = await desk.signIn('referrals.munich@contoso.example', '/leads?limit=25', { refusals });
  expect(await statedTotal(munich)).toBeLessThan(all);
  const places = (await listLeads(munich, 'limit=200')).items.map((lead) => lead.location?.name);
  expect(new Set(places)).toEqual(new Set(['Munich']));
  await munich.goto(`${desk.address}/leads/${seattle?.id}`);
  await see(munich.getByRole('heading', { name: notThere }));

  const liam = await desk.signIn('referrals.user@contoso.example', '/leads?limit=25');
  expect(await statedTotal(liam)).toBeLessThan(all);
  await seeNo(liam.getByRole('button', { name: 'Export' }));
  await liam.locator('[data-lead-link]').first().click();
  await see(liam.getByRole('region', { name: 'Team' }).getByText('Liam Sørensen'));

  const priya = await desk.signIn('profile.admin@contoso.example', '/leads');
  await see(priya.getByRole('heading', { name: 'Your role can’t see leads' }));
  await see(priya.getByText('Your role at Contoso: Business profile admin.'));
  await checkEverywhere(priya);
});

test('a seller sends a lead, and the partner has it among the qualified ones', async () => {
  const amara = await desk.signIn('referrals.admin@fabrikam.example', '/leads?tab=qualified&limit=25');
  await statedTotal(amara);
  const sam = await desk.signIn('seller@northwind.example', '/');
  await see(sam.getByRole('region', { name: 'Latest sent leads' }).getByRole('listitem'));
  await checkEverywhere(sam);
  await sam.getByRole('main').getByRole('link', { name: 'Send a lead' }).click();
  await sam.getByRole('button', { name: 'Send lead' }).click();
  await see(sam.getByText('Choose the partner who should get the lead'));
  await checkEverywhere(sam);

  await sam.getByRole('combobox', { name: 'Partner' }).fill('Fabri');
  await sam.getByRole('option', { name: /^Fabrikam/ }).click();
  await sam.getByLabel('Company').fill('Harbour Street Bakery');
  await sam.getByLabel('First name').fill('Elif');
  await sam.getByLabel('Last name').fill('Demir');
  await sam.getByLabel('Email address').fill('elif.demir@harbour.example');
  await sam.getByLabel('Message to the partner').fill('Budget is approved; wants to start in March.');
  await sam.getByLabel('Yes, the customer agreed').check();
  await sam.getByRole('button', { name: 'Send lead' }).click();
  await see(sam.getByRole('heading', { name: 'The lead is on its way to Fabrikam' }));
  await checkEverywhere(sam);
  await sam.getByRole('main').getByRole('link', { name: 'Sent leads' }).last().click();
  await see(sam.getByRole('row', { name: /Harbour Street Bakery.*Fabrikam.*Received/ }));

  const search = sam.getByRole('textbox', { name: 'Search sent leads' });
  await search.fill('nobody of this name');
  await see(sam.getByText('No sent leads found'));
  await search.fill('fabrikam bakery');
  await becomes(() => sam.locator('tbody tr').count()).toBe(1);
  await checkEverywhere(sam);
  await sam.getByRole('row', { name: /Harbour Street Bakery/ }).click();
  await see(sam.getByRole('heading', { level: 1, name: 'Harbour Street Bakery' }));
  await see(sam.getByText('Fabrikam hasn’t answered yet.'));
  await see(sam.getByRole('region', { name: 'Timeline' }).getByText('Sent', { exact: true }));
  expect(await sam.getByRole('main').textContent()).not.toContain('elif.demir');
  await checkEverywhere(sam);

  const row = rowOf(amara, 'Harbour Street Bakery');
  const pill = amara.getByRole('button', { name: /^1 new lead/ });
  await see(row.or(pill));
  if (await pill.isVisible()) await pill.click();
  await row.getByRole('link').click();
  await see(amara.getByText('Budget is approved; wants to start in March.'));
  await see(amara.getByText('Sam Rivera, Northwind Programs'));
});

test('the operator sends a lead that nobody could route to a partner', async () => {
  const source = 'AzureMarketplace-PLT|nobody.unknown-offer';
  const { leadId, routed } = await sendMarketplaceLead(desk, { company: 'Unrouted Mills', source });
  expect(routed).toBe(false);
  const ines = await desk.signIn('operator.admin@northwind.example', '/leads');
  await rowOf(ines, 'Unrouted Mills').getByRole('link').click();
  await see(ines.getByText('No partner has this lead yet'));
  await checkEverywhere(ines);
  const dialog = await openDialog(ines, 'Send to partner', 'Send to partner');
  await dialog.getByRole('combobox', { name: 'Partner' }).fill('Fabri');
  await ines.getByRole('option', { name: 'Fabrikam' }).click();
  await checkAccessibility(ines);
  await dialog.getByRole('button', { name: 'Send to partner' }).click();
  await see(ines.getByText('Sent to Fabrikam.'));
  await becomes(() => rowOf(ines, 'Unrouted Mills').count()).toBe(0);

  const amara = await desk.signIn('referrals.admin@fabrikam.example', `/leads/${leadId}`);
  await see(amara.getByRole('heading', { level: 1, name: 'Unrouted Mills' }));
  await see(amara.getByRole('button', { name: 'Accept', exact: true }));
  await see(amara.getByRole('region', { name: 'Timeline' }).getByText('Routed'));
});

test('IN-4: a lead whose offer was misspelled is sent to whom it was meant for, in two clicks', async () => {
  const source = 'AzureMarketplace-PLT|fabrikam.care-scheduller';
  const { leadId } = await sendMarketplaceLead(desk, { company: 'Misspelled Mills', source });
  const ines = await desk.signIn('operator.admin@northwind.example', `/leads/${leadId}`);
  const dialog = await openDialog(ines, 'Send to partner', 'Send to partner');
  const suggested = dialog.getByRole('list', { name: 'Suggested partners' });
  await see(suggested.getByText(/did you mean fabrikam\.care-scheduler\?/));
  await checkEverywhere(ines);
  await suggested.getByRole('button', { name: 'Fabrikam' }).click();
  await see(dialog.getByRole('combobox', { name: 'Partner' }).and(dialog.locator('[value="Fabrikam"]')));
  await dialog.getByRole('button', { name: 'Send to partner' }).click();
  await see(ines.getByText('Sent to Fabrikam.'));
});
