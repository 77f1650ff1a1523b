import { readFile } from 'node:fs/promises';
import type { AxeResults, ImpactValue, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2, levels A and AA, including what 2.0 and 2.1 require. No rule is left out. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** In addition: everything readable is inside a landmark, so that people can jump from one to the next. */
const landmarkRules = [
  'region',
  'landmark-one-main',
  'landmark-unique',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-main',
  'landmark-no-duplicate-contentinfo',
  'landmark-banner-is-top-level',
  'landmark-main-is-top-level',
  'page-has-heading-one',
];
/** Off in axe unless turned on: 24 by 24 pixels (WCAG 2.5.8). */
const furtherRules = ['target-size', ...landmarkRules];
/** The rows of a table after the eighth: they are made like the first ones, and axe would need twice as long. */
const rowsAlike = 'tbody > tr:nth-child(n + 9)';
const phone = { width: 360, height: 760 };

interface Axe {
  readonly axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
}

let axeSource: Promise<string> | undefined;

/**
 * Fails with every violation of WCAG 2.2 AA that axe finds on the page as it is now, and with content outside of
 * landmarks.
 */
export async function checkAccessibility(page: Page): Promise<void> {
  const results = await runAxe(page, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(furtherRules.map((rule) => [rule, { enabled: true }])),
    resultTypes: ['violations'],
  });
  const small = await page.evaluate(listTooSmall, targetsOf(results, 'target-size'));
  const told = results.violations.flatMap(({ id, impact, help, nodes }) => {
    const meant =
      id === 'target-size' ? nodes.filter(({ target }) => small.includes(target.join(' '))) : nodes;
    return meant.length > 0 ? [tell(id, impact, help, meant)] : [];
  });
  expect(told.join('\n'), `accessibility of ${page.url()}`).toBe('');
}

async function runAxe(page: Page, options: RunOptions): Promise<AxeResults> {
  axeSource ??= readFile('node_modules/axe-core/axe.min.js', 'utf8');
  await settle(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  return page.evaluate(([alike, asked]) => (window as unknown as Axe).axe.run({ exclude: [alike] }, asked), [
    rowsAlike,
    options,
  ] as const);
}

const targetsOf = ({ violations }: AxeResults, rule: string) =>
  violations.flatMap(({ id, nodes }) => (id === rule ? nodes.map(({ target }) => target.join(' ')) : []));

/**
 * Runs in the page: targets that are themselves too small. One that is only partly covered by a bar scrolls out from
 * under it.
 */
function listTooSmall(targets: string[]): string[] {
  return targets.filter((target) => {
    const box = document.querySelector(target)?.getBoundingClientRect();
    return box !== undefined && (box.width < 24 || box.height < 24);
  });
}

function tell(rule: string, impact: ImpactValue | undefined, help: string, nodes: NodeResult[]): string {
  const places = nodes.map(
    ({ target, html, failureSummary }) => `    ${target.join(' ')}\n      ${html}\n      ${failureSummary}`,
  );
  return `${rule} (${impact}): ${help}\n${places.join('\n')}`;
}

/** Fails with what overflows when the page is as wide as a phone, or as given: nobody should have to scroll sideways. */
export async function checkNoSidewaysScroll(page: Page, size = phone): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize(size);
  await settle(page);
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > width + 1 || left < -1;
      })
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.slice(0, 40)}”`,
      );
  });
  expect(tooWide, `wider than ${size.width} pixels: ${page.url()}`).toEqual([]);
  await page.setViewportSize(before);
  await settle(page);
}

/** Fails with buttons and links whose text has no room, and is neither wrapped nor shortened. */
export async function checkNothingClipped(page: Page): Promise<void> {
  await settle(page);
  const clipped = await page.evaluate(() => {
    const isShortened = (element: Element) =>
      [element, ...element.querySelectorAll('*')].some(
        (one) => getComputedStyle(one).textOverflow === 'ellipsis',
      );
    // A number at the corner stands out on purpose.
    const hasBadge = (element: Element) =>
      [...element.querySelectorAll('*')].some((one) => getComputedStyle(one).position === 'absolute');
    return [...document.querySelectorAll<HTMLElement>('button, a, [role="tab"]')]
      .filter((one) => one.checkVisibility() && one.clientWidth > 4 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => !isShortened(one) && !hasBadge(one))
      .map((one) => `${one.tagName.toLowerCase()} “${one.textContent?.slice(0, 60)}”`);
  });
  expect(clipped, `clipped on ${page.url()}`).toEqual([]);
}

/** Fails with words that are broken in the middle, because their column is too narrow, and with links nobody styled. */
export async function checkReadable(page: Page): Promise<void> {
  await settle(page);
  const faults = await page.evaluate(() => {
    const range = document.createRange();
    const isBroken = (text: Text, start: number, word: string) => {
      range.setStart(text, start);
      range.setEnd(text, start + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      // Short words of letters alone: an address or an id may break anywhere.
      for (const { 0: word, index } of text.data.matchAll(/(?<!\S)[A-Za-zÄÖÜäöüß]{2,12}(?!\S)/g)) {
        if (isBroken(text, index, word)) broken.push(`“${word}” of “${text.data.slice(0, 60)}”`);
      }
    }
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.color = 'LinkText';
    const browsersOwn = getComputedStyle(probe).color;
    probe.remove();
    const unstyled = [...document.querySelectorAll<HTMLElement>('a[href]')]
      .filter((link) => getComputedStyle(link).color === browsersOwn)
      .map((link) => `the browser’s own blue: ${link.textContent}`);
    return [...broken, ...unstyled];
  });
  expect(faults, `not readable on ${page.url()}`).toEqual([]);
}

/** Fails with text that axe finds too faint; quick, for pages whose other rules are checked elsewhere. */
export async function checkContrast(page: Page): Promise<void> {
  const results = await runAxe(page, { runOnly: ['color-contrast'], resultTypes: ['violations'] });
  const faint = results.violations.map(({ id, impact, help, nodes }) => tell(id, impact, help, nodes));
  expect(faint.join('\n'), `contrast on ${page.url()}`).toBe('');
}

/** {@link checkAccessibility} at full width and at the width of a phone, with {@link checkNoSidewaysScroll}. */
export async function checkEverywhere(page: Page): Promise<void> {
  await checkAccessibility(page);
  await checkNoSidewaysScroll(page);
}

/**
 * Waits until the page is at rest: faded rows replaced by the new ones, fonts, width queries, and running animations.
 */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-stale]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const finite = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)));
  });
}
