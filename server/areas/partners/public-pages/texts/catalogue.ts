import { type Texts, textsIn } from '../../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Reads the texts of public pages in one language. */
export type FormTexts = Texts<typeof english>;

/** The texts of public pages in each language. */
export const formTexts = textsIn('server/areas/partners/public-pages/texts', english);
