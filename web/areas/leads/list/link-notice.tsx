import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { clipText } from '../../../../contract/cut.ts';
import {
  boundsOf,
  formerBoundsOf,
  leadFilterNames,
  rangeNames,
} from '../../../../contract/leads/lead-filters.ts';
import { words } from '../../../../contract/words.ts';
import { type LeftOut, takeLeftOut } from '../../../lead-query/left-out.ts';
import { appLanguage } from '../../../ui/format.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './leads.module.css';

const mostShown = 4;
const mostLetters = 40;

/** Says which parts of a link from outside the list does not understand, until it is closed or the list is left. */
export function LinkNotice() {
  const [leftOut, setLeftOut] = useState(takeLeftOut);
  if (leftOut.length === 0) return null;
  const shown = leftOut.slice(0, mostShown).map(wordPart);
  const more = leftOut.length - shown.length;
  if (more > 0) shown.push(t('linkNotice.more', { more: String(more) }));
  return (
    <div className={classes.notice} role="status">
      <span>{t('linkNotice.text', { parts: new Intl.ListFormat(appLanguage).format(shown) })}</span>
      <CloseButton size="sm" aria-label={shared('action.close')} onClick={() => setLeftOut([])} />
    </div>
  );
}

function wordPart({ name, value }: LeftOut): string {
  if (name === 'kept') return t('linkNotice.search');
  return t('linkNotice.part', { name: wordName(name), value: clipText(value, mostLetters) });
}

const namesOf = {
  tab: 'tab',
  sort: 'order',
  limit: 'pageSize',
  view: 'view',
  lead: 'lead',
  search: 'search',
} as const;
const isNamed = (name: string): name is keyof typeof namesOf => Object.hasOwn(namesOf, name);

/** What people call a parameter; one that nobody knows stays as it is. */
function wordName(name: string): string {
  if (isNamed(name)) return t(`linkNotice.name.${namesOf[name]}`);
  const range = rangeNames.find((one) =>
    [boundsOf(one), formerBoundsOf(one)].some((bounds) => bounds?.from === name || bounds?.to === name),
  );
  const filter = range ?? leadFilterNames.find((one) => one === name);
  return filter ? words.filter[filter] : name;
}
