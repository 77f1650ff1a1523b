import { clipText } from '../../../../contract/cut.ts';
import type { PageSource } from '../../offers/index.ts';

const mostDetailCharacters = 50;
const campaign = /^[A-Za-z0-9_-]{1,16}$/;

/** What a link to a page said about where it stands (OF-6). Whatever it says, it costs nobody the page. */
export function readPageSource({
  src,
  mktcmpid,
}: {
  readonly src?: string;
  readonly mktcmpid?: string;
}): PageSource {
  const detail = clipText(
    (src ?? '')
      .toWellFormed()
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .trim(),
    mostDetailCharacters,
  );
  return { sourceDetail: detail || null, campaignId: mktcmpid && campaign.test(mktcmpid) ? mktcmpid : null };
}
