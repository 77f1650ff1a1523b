import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts of next steps. */
export const t = textsOf(english);
