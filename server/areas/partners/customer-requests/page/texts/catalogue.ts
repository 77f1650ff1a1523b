import { type Texts, textsIn } from '../../../../../../contract/catalogue.ts';
import type { RequestLanguage } from '../../customer-requests.rules.ts';
import { german } from './catalogue.de.ts';
import { english } from './catalogue.en.ts';

/** Reads the texts of the page in one language. */
export type RequestTexts = Texts<typeof english>;

/** The texts of the page in each language. */
export const requestTexts = textsIn<typeof english, RequestLanguage>({ en: english, de: german });
