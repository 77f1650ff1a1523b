import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  checkAccessibility,
  checkEverywhere,
  checkNoSidewaysScroll,
  checkNothingClipped,
  checkReadable,
} from './checks.ts';
import { becomes, see, seeNo, useDesk } from './support.ts';

const desk = useDesk();

const admin = 'referrals.admin@contoso.example';
const colleague = 'profile.admin@contoso.example';
const phone = { width: 360, height: 760 };
const wide = { width: 1280, height: 860 };

const description = (page: Page) => page.getByRole('textbox', { name: 'Description' });
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });
const isSaved = (page: Page) => see(page.getByText('Saved', { exact: true }));

/** Begins the profile of a country. */
async function begin(page: Page, country: string): Promise<void> {
  await page.getByRole('button', { name: 'New profile' }).click();
  const dialog = page.getByRole('dialog', { name: 'New profile' });
  await dialog.getByRole('combobox', { name: 'Country' }).fill(country);
  await page.getByRole('option', { name: country, exact: true }).click();
  await dialog.getByRole('button', { name: 'Create profile' }).click();
  await see(page.getByRole('heading', { level: 1, name: country }));
}

/** A picture as a file: black, white at its right half. */
async function makePicture(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([across, down]) => {
      const canvas = document.createElement('canvas');
      canvas.width = across;
      canvas.height = down;
      const context = canvas.getContext('2d');
      context?.fillRect(0, 0, across, down);
      if (context) context.fillStyle = 'white';
      context?.fillRect(across / 2, 0, across / 2, down);
      return canvas.toDataURL('image/png');
    },
    [width, height] as const,
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

async function choose(page: Page, field: string, term: string, option: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field });
  await input.fill(term);
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape');
}

test.each([
  ['on a desk', 'Austria', wide],
  ['on a phone', 'Portugal', phone],
])('BP-11, BP-14: a profile is written and published %s', async (_where, country, size) => {
  const page = await desk.signIn(admin, '/presence/profiles', { refusals: [/^410 GET \/partners\//] });
  await page.setViewportSize(size);
  await see(page.getByRole('link', { name: 'Germany' }));
  await checkEverywhere(page);
  await begin(page, country);
  await description(page).fill(`We move servers for customers in ${country}, and keep them running.`);
  await see(
    page.getByRole('figure', { name: 'Your card in the directory' }).getByText(/We move servers for/),
  );
  await page.getByRole('textbox', { name: 'Website' }).fill('http://contoso.example');
  await choose(page, 'Languages spoken', 'Germ', 'German');
  await isSaved(page);
  await see(page.getByText(/Is not a link that begins with https/));
  await page.getByRole('textbox', { name: 'Website' }).fill('https://contoso.example/at');
  await checkEverywhere(page);

  await page.getByRole('link', { name: 'Next: Expertise' }).click();
  await becomes(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Expertise');
  await choose(page, 'Services', 'integ', 'Integration');
  await page.getByRole('combobox', { name: 'Skills and capabilities' }).fill('Night shifts');
  await page.keyboard.press('Enter');
  await see(page.getByText('1 of 20'));
  await page.getByRole('combobox', { name: 'Skills and capabilities' }).blur();
  await checkEverywhere(page);

  await page.getByRole('link', { name: 'Next: Customer preferences' }).click();
  await page.getByRole('checkbox', { name: '10 to 50 employees' }).check();
  const budget = page.getByRole('textbox', { name: 'Projects from' });
  await budget.fill('5,000');
  await budget.blur();
  await isSaved(page);
  await checkEverywhere(page);

  await page.getByRole('link', { name: 'Next: Locations' }).click();
  await page.getByRole('button', { name: 'Add location' }).click();
  await page.keyboard.type('Head office');
  await page.getByRole('textbox', { name: 'Street address' }).fill('Hauptplatz 1');
  const isAustria = country === 'Austria';
  await page.getByRole('textbox', { name: 'Postal code' }).fill(isAustria ? '1010' : '1100-148');
  await page.getByRole('textbox', { name: 'City' }).fill(isAustria ? 'Wein' : 'Lisbao');
  await page.getByRole('textbox', { name: 'City' }).blur();
  const proposal = page.getByRole('button', { name: /^Use / });
  await see(proposal);
  await checkEverywhere(page);
  await proposal.click();
  await becomes(() => page.getByRole('textbox', { name: 'City' }).inputValue()).toBe(
    isAustria ? 'Vienna' : 'Lisbon',
  );
  await isSaved(page);

  await page.getByRole('link', { name: 'Next: Contact' }).click();
  await choose(page, 'Person in your organization', 'Grace', `Grace Okafor (${admin})`);
  await see(page.getByText('This address can get leads'));
  await checkEverywhere(page);

  await page.getByRole('link', { name: 'Next: Review' }).click();
  await see(page.getByText('Everything is ready to be published.'));
  await checkEverywhere(page);
  await checkReadable(page);
  await page.keyboard.press('Control+Enter');
  await see(page.getByText('Customers see exactly this.'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkAccessibility(page);
  await checkNothingClipped(page);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: /^Head office/ }).click();
  const publicPage = await opening;
  await see(publicPage.getByText(/We move servers for customers/));

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Unpublish' }).click();
  const question = page.getByRole('dialog', { name: 'Unpublish this profile?' });
  await question.getByRole('button', { name: 'Unpublish' }).click();
  await see(page.getByText('Unpublished. The pages are gone.'));
  await becomes(async () => (await publicPage.reload())?.status()).toBe(410);
});

test('BP-14: what is to fix is one click away, and a profile is deleted by typing its company', async () => {
  const page = await desk.signIn('hannah.cole@contoso.example', '/presence/profiles');
  await begin(page, 'Belgium');
  await step(page, 'Review').click();
  await page.getByRole('region', { name: 'To fix' }).getByRole('link', { name: 'Description' }).click();
  await see(page.getByText(/Needs at least a sentence/));
  await becomes(() => description(page).evaluate((one) => one === document.activeElement)).toBe(true);
  await checkEverywhere(page);
  await step(page, 'Review').click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete profile' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this profile for good?' });
  await dialog.getByRole('textbox').fill('Contoso');
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Business profiles' }));
  await seeNo(page.getByRole('link', { name: 'Belgium' }));
});

test('BP-13: two people edit one profile, and choose where both changed the same', async () => {
  const mine = await desk.signIn(admin, '/presence/profiles', { refusals: [/^409 PATCH /] });
  await begin(mine, 'Denmark');
  await description(mine).fill('First words.');
  await isSaved(mine);
  const path = new URL(mine.url()).pathname;
  const theirs = await desk.signIn(colleague, path);
  await see(theirs.getByText('Grace Okafor has this profile open, too (Partner information)'));
  await becomes(() => description(theirs).inputValue()).toBe('First words.');

  // Different fields don't get in each other's way.
  await description(mine).focus();
  await theirs.getByRole('textbox', { name: 'Website' }).fill('https://theirs.example');
  await isSaved(theirs);
  await see(mine.getByText('Priya Raman has this profile open, too (Partner information)'));
  await becomes(() => mine.getByRole('textbox', { name: 'Website' }).inputValue()).toBe(
    'https://theirs.example',
  );

  await description(theirs).fill('Their words.');
  await theirs.getByRole('textbox', { name: 'LinkedIn page' }).focus();
  await isSaved(theirs);
  await description(mine).fill('My words.');
  await mine.keyboard.press('Tab');
  const choice = mine.getByRole('region', { name: /^Priya Raman changed this/ });
  await see(choice.getByText('Their words.'));
  await checkEverywhere(mine);
  await choice.getByRole('button', { name: 'Keep mine' }).click();
  await seeNo(choice);
  await isSaved(mine);
  await becomes(() => description(theirs).inputValue()).toBe('My words.');
});

test('BP-13: a tab that is killed while somebody types loses a second at most', async () => {
  const page = await desk.signIn(admin, '/presence/profiles');
  await begin(page, 'Estonia');
  const path = new URL(page.url()).pathname;
  await description(page).focus();
  const words = 'One word after the other, without a pause that would save it.';
  const perKey = 60;
  const begun = Date.now();
  for (const letter of words) await page.keyboard.type(letter, { delay: perKey });
  const typing = (Date.now() - begun) / words.length;
  const devTools = await page.context().newCDPSession(page);
  void devTools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

  const next = await page.context().newPage();
  await next.goto(desk.address + path);
  await see(description(next));
  const back = await description(next).inputValue();
  expect(words.startsWith(back)).toBe(true);
  expect((words.length - back.length) * typing).toBeLessThan(1000);
  await isSaved(next);
  await next.reload();
  await becomes(() => description(next).inputValue()).toBe(back);
});

test('BP-13: a server that is away takes nothing, and gets everything once it is back', async () => {
  const page = await desk.signIn(admin, '/presence/profiles', { refusals: [/^503 /] });
  await begin(page, 'Finland');
  await description(page).fill('Before.');
  await isSaved(page);
  await desk.product.halt();
  await description(page).fill('While it was away.');
  await page.keyboard.press('Tab');
  await see(page.getByText(/^Not saved: .* Trying again\.$/).locator('visible=true'));
  await desk.product.resume();
  await isSaved(page);
  await page.reload();
  await becomes(() => description(page).inputValue()).toBe('While it was away.');
});

test('BP-12: a logo that is too wide is cropped, by mouse and by keyboard', async () => {
  const page = await desk.signIn(admin, '/presence/profiles');
  await begin(page, 'Hungary');
  const file = page.locator('input[type=file]');
  const picture = await makePicture(page, 600, 200);
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
  const dialog = page.getByRole('dialog', { name: 'Crop the logo' });
  await see(dialog.getByText('The logo will have 200 × 200 pixels.'));
  await checkEverywhere(page);
  const frame = await dialog.getByRole('button', { name: 'Move the frame' }).boundingBox();
  if (!frame) throw new Error('there is no frame');
  await page.mouse.move(frame.x + 20, frame.y + 20);
  await page.mouse.down();
  await page.mouse.move(frame.x + 2000, frame.y + 20, { steps: 4 });
  await page.mouse.up();
  await see(dialog.getByText(/begins 400 pixels from the left/));
  await dialog.getByRole('button', { name: 'Move the frame' }).focus();
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
  await see(dialog.getByText(/begins 340 pixels from the left/));
  await dialog.getByText('Any shape').click();
  await see(dialog.getByText('The logo will have 300 × 100 pixels.'));
  await dialog.getByRole('button', { name: 'Use as logo' }).click();
  await seeNo(dialog);
  const logo = page.getByRole('figure').getByRole('img', { name: 'Logo of Contoso' });
  await see(logo);
  await becomes(() => logo.evaluate((one: HTMLImageElement) => one.naturalWidth / one.naturalHeight)).toBe(3);

  const small = await makePicture(page, 120, 80);
  await file.setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: small });
  await becomes(() => logo.evaluate((one: HTMLImageElement) => one.naturalWidth / one.naturalHeight)).toBe(
    1.5,
  );
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await see(page.getByRole('alert').filter({ hasText: 'This file is no picture' }));
  await page.getByRole('button', { name: 'Remove logo' }).click();
  await seeNo(logo);
  await isSaved(page);
});

test('BP-11: in German, every step fits a phone', async () => {
  const page = await desk.signIn(admin, '/presence/profiles', { locale: 'de-DE' });
  await page.setViewportSize(phone);
  await page.getByRole('link', { name: 'Deutschland' }).click();
  const steps = page.getByRole('navigation', { name: 'Schritte' }).getByRole('link');
  await see(steps);
  for (let at = 0; at < 6; at++) {
    await steps.nth(at).click();
    await becomes(() => steps.nth(at).getAttribute('aria-current')).toBe('page');
    await checkNoSidewaysScroll(page);
    await checkNothingClipped(page);
    await checkReadable(page);
  }
});
