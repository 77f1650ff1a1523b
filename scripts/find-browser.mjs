import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

// Chromium without its windows comes first: it opens a page in half the time.
const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function present() {
  return places.find((path) => {
    try {
      accessSync(path ?? '', constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The path of a Chromium: the one that CHROMIUM_PATH names, an installed one, or Debian's package, installed now where
 * that is allowed. Returns undefined when there is none, after printing the reason.
 */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH && present() !== process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which cannot be run.`);
    return undefined;
  }
  return present() ?? install();
}

function install() {
  if (process.getuid?.() !== 0) {
    console.error(
      'There is no Chromium here, and only root may install one: install the package chromium, or set CHROMIUM_PATH.',
    );
    return undefined;
  }
  try {
    console.log('There is no Chromium here: installing Debian’s package…');
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      [
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        smallestPackage(),
        'fonts-noto-core',
        'fonts-noto-cjk',
      ],
      options,
    );
    return present();
  } catch (error) {
    console.error(
      `Chromium could not be installed (${error.message}): install it by hand, or set CHROMIUM_PATH.`,
    );
    return undefined;
  }
}

/** Debian's package of Chromium without windows, or the whole one where there is none. */
function smallestPackage() {
  const slim = 'chromium-headless-shell';
  const known = execFileSync('apt-cache', ['policy', slim], { encoding: 'utf8' });
  return /Candidate: \d/.test(known) ? slim : 'chromium';
}
