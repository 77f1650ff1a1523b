import { textsOf } from '../../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the form of a deal. */
export const t = textsOf(english);
