import { textsIn } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** The texts of the page in each language. */
export const contactTexts = textsIn('server/areas/partners/contact-page', english);
