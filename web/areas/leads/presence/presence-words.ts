import type { Lead } from '../../../../contract/leads/leads.ts';
import type { LeadPresence } from '../../../../contract/leads/presence.ts';
import { t } from './catalogue.ts';

export type Present = LeadPresence['others'][number];

interface PresentGroup {
  doing: Present['doing'];
  people: Present[];
  sentence: string;
}

const mostNames = 3;

/** Who works on the lead and who looks at it, each in one sentence; those who work on it first. */
export function groupPresent(
  others: readonly Present[],
  status: Lead['status'],
  locale: string | undefined,
): PresentGroup[] {
  const deeds = { working: status === 'Received' ? 'answering' : 'editing', looking: 'looking' } as const;
  return (['working', 'looking'] as const).flatMap((doing) => {
    const people = others.filter((one) => one.doing === doing);
    if (people.length === 0) return [];
    const names = wordNames(people, locale);
    return [{ doing, people, sentence: t(deeds[doing], { count: people.length, names }) }];
  });
}

/** "Grace, Robin and 2 others". */
function wordNames(people: readonly Present[], locale: string | undefined): string {
  const names = people.map(({ name }) => name);
  const fits = names.length <= mostNames;
  const shown = fits ? names : names.slice(0, mostNames - 1);
  const rest = fits ? [] : [t('more', { count: names.length - shown.length })];
  return new Intl.ListFormat(locale).format([...shown, ...rest]);
}
