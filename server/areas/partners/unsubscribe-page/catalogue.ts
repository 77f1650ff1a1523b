import { type Texts, textsIn } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Reads the texts of the page in one language. */
export type UnsubscribeTexts = Texts<typeof english>;

/** The texts of the page in each language. */
export const unsubscribeTexts = textsIn('server/areas/partners/unsubscribe-page', english);
