import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '../contract/languages/lists.ts';
import { languageFor } from '../scripts/app-language.ts';
import { fillInstalled } from '../scripts/split-languages.ts';
import { installedFiles } from '../server/platform/http/app-page.ts';

it.each(languages)(
  'LA-1 what the installed app has besides the app is whole in the language %s',
  async (code) => {
    for (const name of installedFiles) {
      const file = readFileSync(join(import.meta.dirname, '..', 'web/public', name), 'utf8');
      const written = await fillInstalled(file, languageFor(code));
      expect(written).not.toContain('{{');
      if (name.endsWith('.webmanifest')) expect(JSON.parse(written)).toMatchObject({ lang: code });
      else expect(written).toContain(`<html lang="${code}" dir=`);
    }
  },
);
