import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of actions on many leads. */
export const t = textsOf(english);
