import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackLanguage } from '../../contract/languages/languages.ts';
import { languages } from '../../contract/languages/lists.ts';
import { learnLanguage } from '../../contract/translations.ts';
import { paths } from './paths.ts';

// Whoever reads texts in several languages imports this first (`texts.ts`): the files are read once, when the program
// is loaded.
for (const language of languages) {
  if (language === fallbackLanguage) continue;
  learnLanguage(language, JSON.parse(readFileSync(join(paths.languages, `${language}.json`), 'utf8')));
}
