import { chromium } from 'playwright-core';
import { launchOptions } from '../e2e/browser.ts';
import { englishFinder } from '../e2e/english-words.ts';
const [address = '', locale = 'de-DE', out = '/tmp/look'] = process.argv.slice(2);
const pseudo = locale === 'pseudo' ? await (await import('../e2e/pseudo-app.ts')).buildPseudoApp() : undefined;
const find = pseudo ? async () => [] : await englishFinder('de');
const browser = await chromium.launch({ ...launchOptions, executablePath: process.env.CHROMIUM_PATH });
const only = process.argv[5];
const tour: [string, string[]][] = only ? JSON.parse(only) : [
  ['', ['/', '/forgot-password', '/join/abc.def']],
  ['referrals.admin@contoso.example', ['/', '/leads', '/leads?layout=classic', '/leads?tab=qualified', '/leads?status=Accepted', 'LEAD', 'ACCEPTED', '/deals', '/action-center', '/settings/profile', '/settings/notifications', '/settings/sessions', '/settings/calendar', '/settings/lead-rating', '/nowhere']],
  ['operator.admin@northwind.example', ['/', '/leads', '/quarantine', '/partner-leads', '/outbox', '/outbox/templates', '/settings/people', '/settings/spam-lists', '/settings/deadlines', '/settings/access-log', '/settings/tokens', '/settings/endpoints','/settings/working-calendar','/settings/announcements']],
  ['account.admin@contoso.example', ['/', '/settings', '/settings/people', '/settings/access-log', '/settings/tokens','/settings/working-hours']],
  ['seller@northwind.example', ['/', '/send', '/sent']],
];
let n = 0;
for (const [email, paths] of tour) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: pseudo ? 'en-US' : locale, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' });
  if (email) await context.request.post(`${address}/api/v1/session`, { data: { email, password: 'leadlight-demo' } });
  await context.addInitScript('globalThis.__name = (f) => f');
  if (pseudo) await pseudo.show(context);
  const page = await context.newPage();
  const idOf = async (status: string) => ((await (await context.request.get(`${address}/api/v1/leads?status=${status}&limit=1`)).json()) as any).items[0].id;
  for (let path of paths) {
    if (path === 'LEAD') path = `/leads/${await idOf('Received')}`;
    if (path === 'ACCEPTED') path = `/leads/${await idOf('Accepted')}`;
    await page.goto(address + path);
    await page.waitForLoadState('networkidle').catch(() => {});
    await page.waitForTimeout(300);
    const name = `${String(++n).padStart(2, '0')}${path.replaceAll(/[^a-z]+/g, '-').slice(0, 30)}`;
    await page.screenshot({ path: `${out}-${name}.png` });
    const english = await find(page);
    console.log(email.slice(0, 12), path, await page.title(), english.length ? '\n   ' + english.join('\n   ') : '');
    await page.setViewportSize({ width: 360, height: 760 });
    await page.waitForTimeout(250);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    if (wide) console.log('   WIDE at 360', await page.evaluate(() => { const w = document.documentElement.clientWidth; const out = [...document.body.querySelectorAll('*')].filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > w + 1 || r.left < -1); }); return out.filter((e) => !out.some((o) => o !== e && e.contains(o))).slice(0, 5).map((e) => `${e.tagName}.${String(e.className).slice(0, 50)} < ${e.parentElement?.className} “${e.textContent?.slice(0, 40)}” ${Math.round(e.getBoundingClientRect().left)}..${Math.round(e.getBoundingClientRect().right)}`); }));
    for (const size of [{ width: 1440, height: 900 }, { width: 360, height: 760 }]) { await page.setViewportSize(size); await page.waitForTimeout(200); const clipped = await page.evaluate(() => [...document.querySelectorAll('button, a, [role=tab], label')].filter((e) => (e as HTMLElement).checkVisibility() && e.clientWidth > 0 && (e.scrollWidth > e.clientWidth + 1) && !/ellipsis|clip/.test(getComputedStyle(e).textOverflow + [...e.children].map((c) => getComputedStyle(c).textOverflow).join())).map((e) => `${e.tagName}.${e.className.toString().slice(0, 60)} ${e.textContent?.slice(0, 40)} ${e.scrollWidth}>${e.clientWidth}`)); if (clipped.length) console.log(`   CLIPPED ${size.width}`, clipped.slice(0, 8)); }
    await page.screenshot({ path: `${out}-${name}-phone.png` });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await context.close();
}
await browser.close();
await pseudo?.remove();
