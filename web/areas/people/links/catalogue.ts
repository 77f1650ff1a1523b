import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the pages that links in emails open. */
export const t = textsOf(english);
