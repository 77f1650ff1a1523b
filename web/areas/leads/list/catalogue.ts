import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of the list of leads. */
export const t = textsOf(english);
