import { ActionIcon, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { withoutEmpty } from '../../../api/client.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { useCommands } from '../../../ui/commands.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { useLoadWhenIdle } from '../../../ui/late-code.ts';
import { later } from '../../../ui/later.tsx';
import { t } from './catalogue.ts';
import type { ColumnChoice } from './column-choice.ts';

const ExportDialog = later(() => import('../exports/export-dialog.tsx'), 'ExportDialog');

interface Props {
  state: ListState;
  total: number;
  columns: ColumnChoice;
  iconOnly: boolean;
}

/** Exports exactly the list that is shown, with every row (EX-1). */
export function ExportButton({ state, total, columns, iconOnly }: Props) {
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  useLoadWhenIdle(ExportDialog.load);
  const ask = () => setAsking(true);
  useCommands(
    total === 0
      ? []
      : [
          {
            id: 'list.export',
            of: 'list',
            label: t('export.command', { count: total, shown: formatNumber(total, locale) }),
            icon: IconDownload,
            run: ask,
          },
        ],
  );
  const nothing = total === 0 ? t('export.nothing') : undefined;
  return (
    <>
      {iconOnly ? (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('export.button')}
          title={nothing}
          disabled={total === 0}
          onClick={ask}
        >
          <IconDownload size={17} aria-hidden />
        </ActionIcon>
      ) : (
        <Button
          variant="default"
          title={nothing}
          disabled={total === 0}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={ask}
        >
          {t('export.button')}
        </Button>
      )}
      {asking && (
        <ExportDialog
          leads={withoutEmpty(orderedQuery(state))}
          count={total}
          columns={columns.visible.map(({ id }) => id)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
