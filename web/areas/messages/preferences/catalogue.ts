import { textsOf } from '../../../../contract/catalogue.ts';
import { english } from './catalogue.en.ts';

/** The texts about what a person is told. */
export const t = textsOf(english);
