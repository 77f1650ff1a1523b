import { type Texts, textsIn } from '../../../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Reads the texts of the page in one language. */
export type RequestTexts = Texts<typeof english>;

/** The texts of the page in each language. */
export const requestTexts = textsIn('server/areas/partners/customer-requests/page/texts', english);
