import type { KeyboardEvent } from 'react';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { type LeadTab, leadTabs } from '../../../../contract/leads/lists.ts';
import { useListName } from '../../../lead-query/list-name.ts';
import { stepOf } from '../../../ui/direction.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import classes from './leads.module.css';

interface Props {
  tab: LeadTab;
  counts: LeadFacets['tabs'] | undefined;
  onChange: (tab: LeadTab) => void;
}

const steps: Readonly<Record<string, number>> = { Home: -leadTabs.length, End: leadTabs.length };

/** The three tabs with their counts; arrow keys move between them. */
export function LeadTabs({ tab, counts, onChange }: Props) {
  const { locale } = useLocale();
  const tabWords = useListName().tabs;

  function move(event: KeyboardEvent) {
    const step = stepOf(event.key) ?? steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = Math.min(leadTabs.length - 1, Math.max(0, leadTabs.indexOf(tab) + step));
    const next = leadTabs[index] ?? tab;
    document.getElementById(`tab-${next}`)?.focus();
    onChange(next);
  }

  return (
    <div className={classes.tabs} role="tablist" aria-label={t('list.tabs')} onKeyDown={move}>
      {leadTabs.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls="leads-panel"
          tabIndex={name === tab ? 0 : -1}
          className={classes.tab}
          onClick={() => onChange(name)}
        >
          <TabName words={tabWords[name]} />
          <span className={`${classes.tabCount} ll-numbers`}>
            {counts ? formatNumber(counts[name], locale) : '\u2007'}
          </span>
        </button>
      ))}
    </div>
  );
}

/** "Marketplace leads"; a phone shows only the first word, or the first part of a compound. */
function TabName({ words }: { words: string }) {
  const end = words.search(/[\s-]/);
  const [first, rest] = end < 0 ? [words, ''] : [words.slice(0, end), words.slice(end)];
  return (
    <span>
      {first}
      {rest !== '' && <span className={classes.tabRest}>{rest}</span>}
    </span>
  );
}
