import { readFile } from 'node:fs/promises';
import type { AxeResults, ImpactValue, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** WCAG 2.2, levels A and AA, with what 2.0 and 2.1 ask for. No rule is left out. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const phone = { width: 360, height: 760 };

let axeSource: Promise<string> | undefined;

/** Fails with every violation of WCAG 2.2 AA that axe finds on the page as it is now. */
export async function checkAccessibility(page: Page): Promise<void> {
  axeSource ??= readFile('node_modules/axe-core/axe.min.js', 'utf8');
  await settle(page);
  await page.evaluate(await axeSource);
  const results = await page.evaluate(
    (values) =>
      (window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  );
  const told = results.violations.map(({ id, impact, help, nodes }) => tell(id, impact, help, nodes));
  expect(told.join('\n'), `accessibility of ${page.url()}`).toBe('');
}

function tell(rule: string, impact: ImpactValue | undefined, help: string, nodes: NodeResult[]): string {
  const places = nodes.map(
    ({ target, html, failureSummary }) => `    ${target.join(' ')}\n      ${html}\n      ${failureSummary}`,
  );
  return `${rule} (${impact}): ${help}\n${places.join('\n')}`;
}

/** Fails with what sticks out when the page is as wide as a phone: nobody should have to scroll sideways. */
export async function checkNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 860 };
  await page.setViewportSize(phone);
  await settle(page);
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.slice(0, 40)}”`,
      );
  });
  expect(tooWide, `wider than a phone: ${page.url()}`).toEqual([]);
  await page.setViewportSize(before);
  await settle(page);
}

/** {@link checkAccessibility} on the screen and at the width of a phone, with {@link checkNoSidewaysScroll}. */
export async function checkEverywhere(page: Page): Promise<void> {
  await checkAccessibility(page);
  await checkNoSidewaysScroll(page);
}

/** Waits until what is on its way is drawn: fonts, queries of the width, and animations that were begun. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const finite = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)));
  });
}
