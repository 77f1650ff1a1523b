import { expect, test } from 'vitest';
import { checkAccessibility } from './checks.ts';
import { see, statedTotal, useDesk } from './support.ts';

const admin = 'referrals.admin@contoso.example';
const desk = useDesk();

test('WS-13: the browser can install Leadlight, with its name and icons', async () => {
  const page = await desk.signIn(admin, '/leads', { serviceWorker: true });
  await statedTotal(page);
  const devtools = await page.context().newCDPSession(page);
  const { data = '', errors, url } = await devtools.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${desk.address}/manifest.webmanifest`, []]);
  expect(JSON.parse(data)).toMatchObject({ name: 'Leadlight', display: 'standalone', start_url: '/' });
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A context of a test counts as a private window, which installs nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});

test('WS-13: without a network, an address shows a page that says so, and the app is back by itself', async () => {
  const page = await desk.signIn(admin, '/leads', { serviceWorker: true, complaints: [/./] });
  await statedTotal(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const kept = () =>
    page.evaluate(async () => {
      const paths: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
      return paths.sort();
    });
  const offline = ['/favicon.svg', '/offline.css', '/offline.html', '/offline.js'];
  expect(await kept()).toEqual(offline);

  await page.context().setOffline(true);
  await page.goto(`${desk.address}/leads?status=Accepted`);
  await see(page.getByRole('heading', { name: 'Leadlight can’t be reached' }));
  await checkAccessibility(page);
  await page.context().setOffline(false);
  await see(page.getByRole('tab', { name: /Marketplace leads/ }));
  expect(page.url()).toContain('status=Accepted');
  // Whatever was opened meanwhile, nothing of it is kept.
  expect(await kept()).toEqual(offline);
});
