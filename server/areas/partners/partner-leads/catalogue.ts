import type { ReroutingStanding } from '../../../../contract/partners/lists.ts';
import { sentencesOf, word } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf('server/areas/partners/partner-leads', english);

/** Why a lead cannot be sent to another partner. */
export const notRerouted = (standing: Exclude<ReroutingStanding, 'possible'>) =>
  word(`rerouting.${standing}`);
