import type { VocabularyPack } from '../../../../contract/vocabularies/lists.ts';
import { neutralPack } from './neutral.data.ts';
import type { Pack } from './pack.ts';
import { partnerCenterPack } from './partner-center.data.ts';

/** The packs that come with Leadlight (VO-2). */
export const packs: Readonly<Record<VocabularyPack, Pack>> = {
  neutral: neutralPack,
  'partner-center': partnerCenterPack,
};
