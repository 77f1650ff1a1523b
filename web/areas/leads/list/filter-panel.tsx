import { Button, CloseButton, Drawer } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { countFilters } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { FilterGroups } from './filter-groups.tsx';
import type { FilterPanel } from './filter-panel-state.ts';
import classes from './filters.module.css';

interface Props {
  panel: FilterPanel;
  control: ListControl;
  facets: LeadFacets | undefined;
  total: number;
}

/** The filters: next to the list where there is room, otherwise over it. */
export function FilterArea({ panel, control, facets, total }: Props) {
  const { locale } = useLocale();
  const groups = <FilterGroups control={control} facets={facets} />;
  if (panel.docked) {
    if (!panel.opened) return null;
    return (
      <section className={classes.panel} aria-label={t('filters.title')} id="filter-panel">
        <div className={classes.head}>
          <h2>{t('filters.title')}</h2>
          <ClearAll control={control} />
          <CloseButton aria-label={t('filters.close')} onClick={panel.close} />
        </div>
        <div className={classes.scroll}>{groups}</div>
      </section>
    );
  }
  return (
    <Drawer.Root opened={panel.opened} onClose={panel.close} size="22rem" padding="md">
      <Drawer.Overlay />
      <Drawer.Content>
        {/* A header inside a dialog would count as a second banner of the page. */}
        <Drawer.Header role="presentation">
          <Drawer.Title>{t('filters.title')}</Drawer.Title>
          <Drawer.CloseButton aria-label={shared('action.close')} />
        </Drawer.Header>
        <Drawer.Body>
          <div className={classes.drawerHead}>
            <ClearAll control={control} />
          </div>
          {groups}
          <div className={classes.drawerFoot}>
            <Button fullWidth onClick={panel.close}>
              {t('filters.show', { count: total, shown: formatNumber(total, locale) })}
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function ClearAll({ control }: { control: ListControl }) {
  if (countFilters(control.state.filters) === 0) return null;

  function clear(event: MouseEvent<HTMLElement>) {
    const panel = event.currentTarget.closest('section');
    control.change({ filters: {} });
    panel?.querySelector('summary')?.focus();
  }

  return (
    <Button variant="subtle" size="compact-sm" onClick={clear}>
      {shared('action.clearAll')}
    </Button>
  );
}
