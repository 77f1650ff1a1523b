import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { addressOf, explainError, withoutEmpty } from '../../../api/client.ts';
import { connection } from '../../../api/connection.ts';
import { saveFile } from '../../../api/save-file.ts';
import { askWhose } from '../../../api/session.ts';
import type { ListState } from '../../../lead-query/list-state.ts';
import { orderedQuery } from '../../../lead-query/query.ts';
import { useCommands } from '../../../ui/commands.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';

interface Props {
  state: ListState;
  total: number;
  iconOnly: boolean;
}

function startDownload(address: string) {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

function tellFailure(message: string) {
  notifications.show({ color: 'red', title: t('export.failed'), message });
}

/** Downloads exactly the list that is shown, with every row (EX-1). */
export function ExportMenu({ state, total, iconOnly }: Props) {
  const { locale } = useLocale();
  const rows = { count: total, shown: formatNumber(total, locale) };
  const query = { ...orderedQuery(state), format: 'csv' } as const;
  const address = addressOf('GET /api/v1/leads/export', query);
  const tell = () =>
    notifications.show({ title: t('export.started'), message: t('export.startedText', rows) });
  // Search terms stay out of addresses (DP-2): a list with a search is requested by POST.
  const save = () =>
    saveFile('POST /api/v1/leads/export', { body: withoutEmpty(query) }).then(tell, (error: unknown) =>
      tellFailure(explainError(error)),
    );
  // The browser downloads the file by itself and would save an error response as the file, so the tab checks first.
  const download = async (from: string) => {
    if (!(await askWhose())) return;
    if (connection.read() !== 'up') return tellFailure(t('export.unreachable'));
    startDownload(from);
    tell();
  };
  useCommands(
    total === 0
      ? []
      : [
          {
            id: 'list.export',
            of: 'list',
            label: t('export.download', rows),
            icon: IconDownload,
            run: () => void (query.search ? save() : download(address)),
          },
        ],
  );
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        {iconOnly ? (
          <ActionIcon variant="default" size={36} aria-label={t('export.button')}>
            <IconDownload size={17} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {t('export.button')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.heading', rows)}</Menu.Label>
        {total > 0 && query.search ? (
          <Menu.Item onClick={() => void save()} leftSection={<IconDownload size={16} aria-hidden />}>
            {t('export.download', rows)}
          </Menu.Item>
        ) : total > 0 ? (
          <Menu.Item
            component="a"
            href={address}
            download
            onClick={(event: MouseEvent<HTMLAnchorElement>) => {
              event.preventDefault();
              void download(event.currentTarget.href);
            }}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('export.download', rows)}
          </Menu.Item>
        ) : (
          <Menu.Item disabled>{t('export.nothing')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
