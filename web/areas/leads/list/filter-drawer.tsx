import { Button, Drawer } from '@mantine/core';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { ClearFilters } from './clear-filters.tsx';
import { FilterGroups } from './filter-groups.tsx';
import type { FilterAreaProps } from './filter-panel.tsx';
import classes from './filters.module.css';

/** The filters over the list, where there is no room next to it. */
export function FilterDrawer({ panel, control, facets, total }: FilterAreaProps) {
  const { locale } = useLocale();
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
            <ClearFilters control={control} />
          </div>
          <FilterGroups control={control} facets={facets} />
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
