import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about who else has a lead open. */
export const t = textsOf(english);
