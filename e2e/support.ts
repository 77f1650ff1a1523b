import { readFile } from 'node:fs/promises';
import { setTimeout as waitFor } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import type { IntakeReceipt } from '../contract/intake/intake.ts';
import { useMade } from '../test/made.ts';
import { patienceMs } from '../test/patience.ts';
import { launchOptions } from './browser.ts';
import { demoPassword, type Product, startProduct } from './product.ts';

export interface VisitOptions {
  readonly javaScript?: boolean;
  /** Refused requests that are part of the journey, as `409 POST /api/v1/…`; all others fail the test. */
  readonly refusals?: readonly RegExp[];
  /** Console messages that the journey itself causes. */
  readonly complaints?: readonly RegExp[];
  /** As over plain HTTP from another machine, where browsers offer no clipboard. */
  readonly withoutClipboard?: boolean;
  /** As people have it: with the script that shows a page of its own when Leadlight can't be reached. */
  readonly serviceWorker?: boolean;
  /** The language that the browser asks for; English unless given. */
  readonly locale?: string;
  /** Prepares the browser before it opens anything. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

/** The running product and a browser, for the journeys of one file. */
export interface Desk {
  readonly product: Product;
  readonly address: string;
  /** Opens an address in a browser where nobody is signed in. */
  visit(path: string, options?: VisitOptions): Promise<Page>;
  /** Opens an address in a browser where one of the demo's people is signed in. */
  signIn(email: string, path: string, options?: VisitOptions): Promise<Page>;
  /** Closes all browsers of a journey; fails when one of them logged an error or contacted another host. */
  endJourney(): Promise<void>;
  close(): Promise<void>;
}

/** The browser compiles on one thread: for pages that live for seconds, the other threads cost more than they help. */
const oneThread = '--js-flags=--single-threaded';

/**
 * The product, started with these settings, and a browser, for the journeys of this file. What a browser complained about
 * fails the journey.
 * @param isMeasured the browser is as people have it
 */
export function useDesk(settings: Record<string, string> = {}, isMeasured = false): Desk {
  const desk = useMade(async (cleanUp) => {
    const opened = await openDesk(settings, isMeasured);
    await cleanUp.add(() => opened.close());
    return opened;
  });
  afterEach(() => desk.endJourney());
  return desk;
}

async function openDesk(settings: Record<string, string>, isMeasured: boolean): Promise<Desk> {
  const args = [...(launchOptions.args ?? []), ...(isMeasured ? [] : [oneThread])];
  const [product, browser] = await Promise.all([
    startProduct(settings),
    chromium.launch({ ...launchOptions, args }),
  ]);
  const { address } = product;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  async function open(options: VisitOptions): Promise<BrowserContext> {
    const context = await newContext(browser, options);
    contexts.push(context);
    watch(context, address, options, complaints);
    await options.prepare?.(context);
    return context;
  }

  async function openPage(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address + path);
    return page;
  }

  return {
    product,
    address,
    visit: async (path, options = {}) => {
      const refusals = [/^401 GET \/api\/v1\/me$/, ...(options.refusals ?? [])];
      return openPage(await open({ ...options, refusals }), path);
    },
    signIn: async (email, path, options = {}) => {
      const context = await open(options);
      const answer = await context.request.post(`${address}/api/v1/session`, {
        data: { email, password: demoPassword },
      });
      if (!answer.ok()) throw new Error(`sign-in failed with ${answer.status()}: ${await answer.text()}`);
      return openPage(context, path);
    },
    endJourney: async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      expect(complaints.splice(0), 'what the browser complained about').toEqual([]);
    },
    close: async () => {
      await browser.close();
      await product.stop();
    },
  };
}

async function newContext(browser: Browser, options: VisitOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: options.locale ?? 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    javaScriptEnabled: options.javaScript ?? true,
    // A worker would answer for pages that a journey wants to answer for itself.
    serviceWorkers: options.serviceWorker ? 'allow' : 'block',
  });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  if (options.withoutClipboard) {
    await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  }
  return context;
}

/** Collects what must not happen: errors in the console, page errors, refusals, requests to other hosts. */
function watch(
  context: BrowserContext,
  address: string,
  { refusals = [], complaints: expected = [] }: VisitOptions,
  complaints: string[],
) {
  context.on('console', (message) => {
    // Refused requests are judged below, by status and address.
    if (message.type() !== 'error' || /^Failed to load resource/.test(message.text())) return;
    if (expected.some((one) => one.test(message.text()))) return;
    complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`page: ${error.error().stack}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== address) complaints.push(`another host: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    const line = `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`;
    if (!refusals.some((refusal) => refusal.test(line))) complaints.push(`refused: ${line}`);
  });
}

/** Waits until it is visible. */
export async function see(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Waits until it is not visible. */
export async function seeNo(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'hidden' });
}

/** Waits until a value is what it must be. */
export function becomes<T>(read: () => Promise<T> | T) {
  return expect.poll(read, { timeout: patienceMs, interval: 50 });
}

/** A box shows what a click did at once to a person, also on a machine that does several other things. */
const atOnceMs = 3000;

/**
 * Ticks a box, or unticks it, whose state comes back from the address or from what the list remembers. Playwright's own
 * `check` fails when a box has not changed with the click; this one fails when it lags so that people would click again.
 */
export async function tick(box: Locator, checked = true): Promise<void> {
  await see(box);
  if ((await box.isChecked()) !== checked) await box.click();
  await expect.poll(() => box.isChecked(), { timeout: atOnceMs, interval: 20 }).toBe(checked);
}

/** The number of leads in the list's footer. */
export async function statedTotal(page: Page): Promise<number> {
  const foot = page.getByRole('status').filter({ hasText: /^Showing/ });
  await see(foot);
  return Number(/of ([\d,]+)/.exec((await foot.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
}

/** The row of a lead in the list. */
export function rowOf(page: Page, name: string): Locator {
  return page.locator('tr[data-lead-id]').filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** Presses Tab until the target has focus, as people without a mouse do. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not get to ${target}`);
}

/** The README's example that posts a marketplace lead: its path, and its body as text. */
export async function readmeExample(): Promise<{ path: string; body: string }> {
  const readme = await readFile('README.md', 'utf8');
  const match =
    /curl -X POST http:\/\/[^/\s]+(\/intake\/marketplace\/\S+)[^']*'[^']*' \\\s+-d '([^']+)'/.exec(readme);
  if (!match?.[1] || !match[2]) throw new Error('the README shows no marketplace lead');
  return { path: match[1], body: match[2] };
}

/** Sends a lead of one customer through the marketplace endpoint of Contoso's demo. */
export async function sendMarketplaceLead(
  desk: Desk,
  customer: { company: string; email?: string; phone?: string; source?: string },
): Promise<IntakeReceipt> {
  const { path, body } = await readmeExample();
  const example = JSON.parse(body) as { UserDetails: Record<string, string>; LeadSource: string };
  const { company, email = 'kim.park@customer.example', phone = '+1 425 555 0155', source } = customer;
  const lead = {
    ...example,
    LeadSource: source ?? example.LeadSource,
    UserDetails: { ...example.UserDetails, Company: company, Email: email, Phone: phone },
  };
  const answer = await postJson(desk.address + path, lead);
  expect(answer.status).toBe(201);
  return (await answer.json()) as IntakeReceipt;
}

/** Posts JSON as programs do, without a browser. */
export function postJson(url: string, body: unknown): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
}

const fillMs = 3100;

/** Sends a public form, no sooner than a person could have filled it in: a faster one would be suspected. */
export async function sendForm(page: Page, button: string): Promise<void> {
  const token = (await page.locator('[name="formToken"]').getAttribute('value')) ?? '';
  const rendered = Number.parseInt(token.split('.')[0] ?? '', 36);
  await waitFor(Math.max(0, rendered + fillMs - Date.now()));
  await page.getByRole('button', { name: button }).click();
}
