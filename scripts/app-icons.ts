// npm run icons: the icons of the installed app, drawn from the product's mark. Run it when web/public/favicon.svg changes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { launchOptions } from '../e2e/browser.ts';

const folder = 'web/public/icons';
/** Systems cut maskable icons to a circle of 80 % of their width, and iOS rounds its own. */
const icons = [
  { name: 'icon-192', size: 192, mark: 1, background: 'transparent' },
  { name: 'icon-512', size: 512, mark: 1, background: 'transparent' },
  { name: 'maskable-512', size: 512, mark: 0.78, background: '#e4efef' },
  { name: 'apple-touch-180', size: 180, mark: 0.88, background: '#e4efef' },
] as const;

async function draw(browser: Browser, svg: string, icon: (typeof icons)[number]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${icon.background}}</style>` +
      `<img src="${image}" width="${Math.round(icon.size * icon.mark)}" alt="">`,
  );
  await page.locator('img').evaluate((shown: HTMLImageElement) => shown.decode());
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

const browser = await chromium.launch(launchOptions);
try {
  const svg = await readFile('web/public/favicon.svg', 'utf8');
  await mkdir(folder, { recursive: true });
  for (const icon of icons) await writeFile(`${folder}/${icon.name}.png`, await draw(browser, svg, icon));
} finally {
  await browser.close();
}
