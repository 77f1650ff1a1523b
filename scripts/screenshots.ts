// npm run screenshots: the pictures of the README, taken from the running product with fresh demo data.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from '../e2e/browser.ts';
import { demoPassword, makeDemoFolder, type Product, startOn } from '../e2e/product.ts';

const folder = 'docs/images';
const maxBytes = 300_000;

/** A way to look at the product: what it adds to the name of a picture, colors, and size. */
interface Look {
  readonly suffix: string;
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}
const desktop = { width: 1440, height: 900 };
const light: Look = { suffix: '', colorScheme: 'light', viewport: desktop };
const dark: Look = { suffix: '-dark', colorScheme: 'dark', viewport: desktop };
const phone: Look = { suffix: '-phone', colorScheme: 'light', viewport: { width: 360, height: 760 } };

async function openPage(browser: Browser, product: Product, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.viewport,
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    reducedMotion: 'reduce',
    colorScheme: look.colorScheme,
  });
  const data = { email: 'referrals.admin@contoso.example', password: demoPassword };
  const answer = await context.request.post(`${product.address}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`sign-in failed with ${answer.status()}`);
  return context.newPage();
}

async function takePicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  // What has not arrived yet is gray.
  for (const gray of await page.locator('.mantine-Skeleton-root').all())
    await gray.waitFor({ state: 'hidden' });
  await page.evaluate(() => document.fonts.ready);
  const path = `${folder}/${name}.png`;
  await writeFile(path, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const { size } = await stat(path);
  if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
}

/** Takes one picture of a page. */
type Take = (page: Page, address: string, look: Look) => Promise<string>;

const takeList: Take = async (page, address, look) => {
  await page.goto(`${address}/leads`);
  const foot = look === phone ? page.locator('[data-lead-id]').first() : page.getByText(/^Showing \d+ of/);
  await foot.waitFor();
  await page.getByRole('tab', { name: /\d/ }).first().waitFor();
  return look === light ? 'leads-light' : 'leads';
};

/** A deal in progress: the newest accepted lead with a high rating. */
const takeDetails: Take = async (page, address) => {
  await page.goto(`${address}/leads?status=Accepted&leadQuality=High`);
  await page.locator('[data-lead-link]').first().click();
  await page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first().waitFor();
  return 'lead-details';
};

const takeHome: Take = async (page, address) => {
  await page.goto(address);
  await page.getByRole('heading', { name: /^Due within a day/ }).waitFor();
  return 'home';
};

/** The classic view: the list, and next to it the lead that is open. */
const takeClassic: Take = async (page, address) => {
  await page.goto(`${address}/leads?status=Received`);
  await page.getByRole('button', { name: 'List and lead' }).click();
  const pane = page.getByRole('region', { name: 'Open lead' });
  await pane.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  await pane.getByRole('heading', { name: 'What the customer wrote' }).waitFor();
  return 'classic';
};

const takeDeals: Take = async (page, address) => {
  await page.goto(`${address}/deals`);
  await page.locator('[data-deal-board]').getByRole('link').first().waitFor();
  await page
    .getByText(/^about /)
    .first()
    .waitFor();
  return 'deals';
};

/** The table again, for the next picture of the list: the layout is remembered. */
async function leaveClassic(page: Page): Promise<void> {
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/me/desk') && answer.ok());
  await page.getByRole('button', { name: 'Table' }).click();
  await kept;
}

await mkdir(folder, { recursive: true });
const [product, browser] = await Promise.all([
  makeDemoFolder().then((data) => startOn(data)),
  chromium.launch(launchOptions),
]);
try {
  for (const look of [light, dark, phone]) {
    // There is no room for the list next to a lead on a phone.
    const takes = [takeList, takeDetails, takeHome, takeDeals, ...(look === phone ? [] : [takeClassic])];
    for (const take of takes) {
      const page = await openPage(browser, product, look);
      await takePicture(page, (await take(page, product.address, look)) + look.suffix);
      if (take === takeClassic) await leaveClassic(page);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await product.stop();
}
