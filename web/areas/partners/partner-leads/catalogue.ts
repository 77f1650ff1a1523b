import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about the leads of partners. */
export const t = textsOf(english);
