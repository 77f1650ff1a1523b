import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { checkContrast, checkNoSidewaysScroll, checkNothingClipped, checkReadable } from './checks.ts';
import { becomes, see, useDesk } from './support.ts';

const desk = useDesk();

/** Pages by who opens them: tables, lists, forms and what is empty; one of each kind that is made alike. */
const pages = [
  [
    'referrals.admin@contoso.example',
    ['/', '/leads', '/deals', '/deals?layout=table', '/actions', '/outbox', '/imports', '/settings/profile'],
  ],
  [
    'referrals.admin@contoso.example',
    ['/settings/exports', '/settings/reply-templates', '/settings/sharing-leads'],
  ],
  ['account.admin@contoso.example', ['/settings/people', '/settings/api-tokens', '/settings/access-log']],
  [
    'operator.admin@northwind.example',
    ['/quarantine', '/partner-leads', '/settings/spam-lists', '/settings/vocabularies'],
  ],
  ['seller@northwind.example', ['/send']],
] as const;

const wide = { width: 1280, height: 860 };
const phone = { width: 360, height: 760 };

async function checkLook(page: Page): Promise<void> {
  await page.setViewportSize(wide);
  await checkNoSidewaysScroll(page, wide);
  await checkContrast(page);
  await checkNoSidewaysScroll(page, phone);
  await page.setViewportSize(phone);
  await checkReadable(page);
  await checkNothingClipped(page);
}

test.each(pages)(
  'WS-8, LA-1: in German and dark, the pages of %s have room, contrast and whole words',
  async (email, paths) => {
    const page = await desk.signIn(email, paths[0] ?? '/', { locale: 'de-DE' });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    for (const path of paths) {
      await page.goto(desk.address + path);
      await see(page.getByRole('heading', { level: 1 }).or(page.getByRole('tablist')));
      await becomes(() => page.locator('[aria-busy="true"]').count()).toBe(0);
      await checkLook(page);
    }
  },
);
