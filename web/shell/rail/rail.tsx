import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ProductMark } from '../../ui/product-mark.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from '../catalogue.ts';
import { foldKeys } from './fold.ts';
import classes from './rail.module.css';
import { RailLinks } from './rail-links.tsx';

interface RailProps {
  folded: boolean;
  onToggle: () => void;
}

/** The navigation at the left of every page; it folds to icons. On narrow screens, a drawer takes its place. */
export function Rail({ folded, onToggle }: RailProps) {
  const word = t(folded ? 'navigation.unfold' : 'navigation.fold');
  const FoldIcon = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={classes.rail} aria-label={t('navigation.main')} data-folded={folded || undefined}>
      <div className={classes.head}>
        <Link to="/" className={classes.brand} aria-label={t('homePage')}>
          <ProductMark size={26} />
          {!folded && <span>{shared('title.product')}</span>}
        </Link>
        <Tooltip label={t('navigation.foldHint', { label: word, keys: foldKeys.shown })} position="right">
          <ActionIcon
            className={classes.fold}
            size="md"
            aria-label={t('navigation.button')}
            aria-expanded={!folded}
            aria-controls="rail-links"
            aria-keyshortcuts={foldKeys.aria}
            onClick={onToggle}
          >
            <FoldIcon size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.links} id="rail-links">
        <RailLinks folded={folded} />
      </div>
    </nav>
  );
}
