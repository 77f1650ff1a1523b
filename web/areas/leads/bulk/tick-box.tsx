import { type ChangeEvent, memo, useCallback, useEffect, useRef } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import classes from './bulk.module.css';
import { t } from './catalogue.ts';
import type { TickedLeads } from './use-selection.ts';

interface Props {
  lead: LeadSummary;
  isTicked: boolean;
  onTick: TickedLeads['tick'];
  /** The box reacts wherever the card is tapped. */
  covers?: boolean;
}

/** The box that ticks a lead; with Shift, everything up to it. */
export const TickBox = memo(function TickBox({ lead, isTicked, onTick, covers }: Props) {
  const change = useCallback(
    ({ nativeEvent }: ChangeEvent) =>
      onTick(lead, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true),
    [onTick, lead],
  );
  return (
    <label className={classes.tick} data-covers={covers || undefined}>
      <input
        type="checkbox"
        data-tick
        checked={isTicked}
        aria-label={t('select', { customer: customerLabel(lead) })}
        onChange={change}
      />
    </label>
  );
});

/** The box above the list: ticks what is loaded, or unticks it. */
export function HeadTickBox({ ticked, loaded }: { ticked: TickedLeads; loaded: number }) {
  const box = useRef<HTMLInputElement>(null);
  const { head } = ticked;
  useEffect(() => {
    if (box.current) box.current.indeterminate = head === 'some';
  }, [head]);
  return (
    <label className={classes.tick}>
      <input
        ref={box}
        type="checkbox"
        data-tick
        checked={head === 'all'}
        disabled={loaded === 0}
        aria-label={t('selectLoaded')}
        title={t('selectLoaded')}
        onChange={ticked.tickHead}
      />
    </label>
  );
}
