import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the deals. */
export const t = textsOf(english);
