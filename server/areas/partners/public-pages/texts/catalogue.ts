import { type Texts, textsIn } from '../../../../../contract/catalogue.ts';
import { german } from './catalogue.de.ts';
import { english } from './catalogue.en.ts';
import type { PageLanguage } from './page-language.rules.ts';

/** Reads the texts of public pages in one language. */
export type FormTexts = Texts<typeof english>;

/** The texts of public pages in each language. */
export const formTexts = textsIn<typeof english, PageLanguage>({ en: english, de: german });
