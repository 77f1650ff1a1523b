import { english as words } from '../../../../contract/words/catalogue.en.ts';
import { sentencesOf } from '../../../platform/texts.ts';
import { english } from './catalogue.en.ts';

/** Sentences for this folder's errors. */
export const sentence = sentencesOf('server/areas/partners/partner-leads', english);

/** Why a lead cannot be sent to another partner. */
export const notRerouted = (standing: keyof typeof words.rerouting) => wording(`rerouting.${standing}`);

const wording = sentencesOf('contract/words', { rerouting: words.rerouting });
