import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about sending leads and sent ones. */
export const t = textsOf(english);
