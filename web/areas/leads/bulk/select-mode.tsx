import { Button } from '@mantine/core';
import classes from './bulk.module.css';
import { t } from './catalogue.ts';
import type { TickedLeads } from './use-selection.ts';

/** Above the cards of a phone: boxes come when someone wants to select, so that a tap opens a lead otherwise. */
export function SelectMode({ ticked }: { ticked: TickedLeads }) {
  const { isSelecting, head } = ticked;
  return (
    <div className={classes.selectLine}>
      {isSelecting && head !== 'all' && (
        <Button size="compact-md" variant="subtle" onClick={ticked.tickLoaded}>
          {t('selectLoaded')}
        </Button>
      )}
      <Button
        size="compact-md"
        variant="default"
        aria-pressed={isSelecting}
        onClick={() => ticked.setSelecting(!isSelecting)}
      >
        {t(isSelecting ? 'bar.end' : 'bar.start')}
      </Button>
    </div>
  );
}
