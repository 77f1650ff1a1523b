import { textsOf } from '../../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the deal form. */
export const t = textsOf(english);
