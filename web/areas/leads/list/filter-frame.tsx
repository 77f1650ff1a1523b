import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { leadField } from '../../../../contract/leads/lead-fields.ts';
import { fieldOfFilter, type LeadFilterName } from '../../../../contract/leads/lead-filters.ts';
import { words } from '../../../../contract/words.ts';
import { hidden } from '../../../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import classes from './filters.module.css';

interface Props {
  name: LeadFilterName;
  /** The number of its values that are set. */
  chosen: number;
  opened: boolean;
  onToggle: (opened: boolean) => void;
  children: ReactNode;
}

/** One filter of the panel: its name, how many values are set, and, when open, its controls. */
export function FilterFrame({ name, chosen, opened, onToggle, children }: Props) {
  return (
    <details className={classes.group} open={opened} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <IconChevronRight size={16} className={`${classes.chevron} ll-mirrored`} aria-hidden />
        <span>{words.filter[name]}</span>
        {chosen > 0 && (
          <span className={`ll-set-count ${classes.chosen}`}>
            {t.rich('filters.chosen', { count: String(chosen), hidden })}
          </span>
        )}
      </summary>
      {opened && children}
    </details>
  );
}

/** Whether a filter is open: initially if the table of lead fields says so, or if it is set. */
export function useOpened(name: LeadFilterName, isSet: boolean) {
  return useState(leadField(fieldOfFilter[name]).filter?.opened === true || isSet);
}
