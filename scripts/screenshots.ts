// npm run screenshots: the pictures of the README, taken from the running product with fresh demo data.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from '../e2e/browser.ts';
import { demoPassword, makeDemoFolder, type Product, startOn } from '../e2e/product.ts';

const folder = 'docs/images';
const maxBytes = 300_000;

async function openPage(browser: Browser, product: Product, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    reducedMotion: 'reduce',
    colorScheme,
  });
  const data = { email: 'referrals.admin@contoso.example', password: demoPassword };
  const answer = await context.request.post(`${product.address}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`sign-in failed with ${answer.status()}`);
  return context.newPage();
}

async function takePicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const path = `${folder}/${name}.png`;
  await writeFile(path, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const { size } = await stat(path);
  if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
}

async function takeList(browser: Browser, product: Product, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await openPage(browser, product, colorScheme);
  await page.goto(`${product.address}/leads`);
  await page.getByText(/^Showing \d+ of/).waitFor();
  await page.getByRole('tab', { name: /\d/ }).first().waitFor();
  await takePicture(page, `leads-${colorScheme}`);
  await page.context().close();
}

/** A deal in progress: the newest accepted lead with a high rating. */
async function takeDetails(browser: Browser, product: Product): Promise<void> {
  const page = await openPage(browser, product, 'light');
  await page.goto(`${product.address}/leads?status=Accepted&leadQuality=High`);
  await page.locator('[data-lead-link]').first().click();
  await page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first().waitFor();
  await takePicture(page, 'lead-details');
  await page.context().close();
}

async function takeHome(browser: Browser, product: Product): Promise<void> {
  const page = await openPage(browser, product, 'light');
  await page.goto(product.address);
  await page.getByRole('heading', { name: /^Due within a day/ }).waitFor();
  await takePicture(page, 'home');
  await page.context().close();
}

/** The classic view: the list, and next to it the lead that is open. */
async function takeClassic(browser: Browser, product: Product): Promise<void> {
  const page = await openPage(browser, product, 'light');
  await page.goto(`${product.address}/leads?status=Received`);
  await page.getByRole('button', { name: 'List and lead' }).click();
  const pane = page.getByRole('region', { name: 'Open lead' });
  await pane.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  await pane.getByRole('heading', { name: 'What the customer wrote' }).waitFor();
  await takePicture(page, 'classic');
  await page.getByRole('button', { name: 'Table' }).click();
  await page.context().close();
}

async function takeDeals(browser: Browser, product: Product): Promise<void> {
  const page = await openPage(browser, product, 'light');
  await page.goto(`${product.address}/deals`);
  await page.locator('[data-deal-board]').getByRole('link').first().waitFor();
  await page
    .getByText(/^about /)
    .first()
    .waitFor();
  await takePicture(page, 'deals');
  await page.context().close();
}

await mkdir(folder, { recursive: true });
const [product, browser] = await Promise.all([
  makeDemoFolder().then((data) => startOn(data)),
  chromium.launch(launchOptions),
]);
try {
  await takeList(browser, product, 'light');
  await takeList(browser, product, 'dark');
  await takeDetails(browser, product);
  await takeHome(browser, product);
  await takeClassic(browser, product);
  await takeDeals(browser, product);
} finally {
  await browser.close();
  await product.stop();
}
