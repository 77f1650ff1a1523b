import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebar, IconTable } from '@tabler/icons-react';
import type { DeskLayout } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import classes from './classic.module.css';

const layouts = [
  { layout: 'grid', icon: IconTable },
  { layout: 'classic', icon: IconLayoutSidebar },
] as const;

interface Props {
  layout: DeskLayout;
  onLayout: (layout: DeskLayout) => void;
}

/** Leads as a table, or as a list with the open lead next to it (WS-2). */
export function LayoutToggle({ layout, onLayout }: Props) {
  return (
    <ActionIcon.Group role="group" aria-label={t('layout.label')}>
      {layouts.map(({ layout: one, icon: Icon }) => (
        <Tooltip key={one} label={t(`layout.${one}`)}>
          <ActionIcon
            variant="default"
            className={classes.choice}
            size={34}
            aria-label={t(`layout.${one}`)}
            aria-pressed={one === layout}
            onClick={() => onLayout(one)}
          >
            <Icon size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </ActionIcon.Group>
  );
}
