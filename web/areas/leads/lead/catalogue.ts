import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts around the panels of a lead. */
export const t = textsOf(english);
