import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebar, IconTable } from '@tabler/icons-react';
import { type DeskLayout, deskLayouts } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import classes from './classic.module.css';

/** What stands for each layout. */
export const layoutIcons = { grid: IconTable, classic: IconLayoutSidebar } as const satisfies Record<
  DeskLayout,
  typeof IconTable
>;

interface Props {
  layout: DeskLayout;
  onLayout: (layout: DeskLayout) => void;
}

/** Leads as a table, or as a list with the open lead next to it (WS-2). */
export function LayoutToggle({ layout, onLayout }: Props) {
  return (
    <ActionIcon.Group role="group" aria-label={t('layout.label')}>
      {deskLayouts.map((one) => {
        const Icon = layoutIcons[one];
        return (
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
        );
      })}
    </ActionIcon.Group>
  );
}
