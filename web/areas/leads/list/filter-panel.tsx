import { CloseButton } from '@mantine/core';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { RowsSkeleton } from '../../../ui/content/rows-skeleton.tsx';
import { useLoaded, useLoadWhenIdle } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { t } from './catalogue.ts';
import { ClearFilters } from './clear-filters.tsx';
import type { FilterPanel } from './filter-panel-state.ts';
import classes from './filters.module.css';

export interface FilterAreaProps {
  panel: FilterPanel;
  control: ListControl;
  facets: LeadFacets | undefined;
  total: number;
}

const FilterGroups = later(
  () => import('./filter-groups.tsx'),
  'FilterGroups',
  () => <RowsSkeleton rows={12} height={26} />,
);
const loadDrawer = () => import('./filter-drawer.tsx');

/** The filters: next to the list where there is room, otherwise over it. Their code comes after the list's. */
export function FilterArea(props: FilterAreaProps) {
  return props.panel.docked ? <DockedFilters {...props} /> : <FiltersOver {...props} />;
}

function DockedFilters({ panel, control, facets }: FilterAreaProps) {
  useLoadWhenIdle(FilterGroups.load);
  if (!panel.opened) return null;
  return (
    <section className={classes.panel} aria-label={t('filters.title')} id="filter-panel">
      <div className={classes.head}>
        <h2>{t('filters.title')}</h2>
        <ClearFilters control={control} />
        <CloseButton aria-label={t('filters.close')} onClick={panel.close} />
      </div>
      <div className={classes.scroll}>
        <FilterGroups control={control} facets={facets} />
      </div>
    </section>
  );
}

function FiltersOver(props: FilterAreaProps) {
  const drawer = useLoaded(loadDrawer, props.panel.opened);
  if (drawer) return <drawer.FilterDrawer {...props} />;
  return props.panel.opened ? <Waiting /> : null;
}
