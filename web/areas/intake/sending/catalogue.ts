import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of sending leads and of sent leads. */
export const t = textsOf(english);
