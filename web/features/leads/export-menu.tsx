import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { toQueryString } from '../../api/client.ts';
import { countWords, useLocale } from '../../ui/index.ts';
import { type ListState, orderedQuery } from './selection.ts';

interface Props {
  state: ListState;
  total: number;
  iconOnly: boolean;
}

/** Downloads exactly the list that is shown, every row of it (EX-1). */
export function ExportMenu({ state, total, iconOnly }: Props) {
  const { locale } = useLocale();
  const rows = countWords(total, 'lead', 'leads', locale);
  const address = `/api/v1/leads/export${toQueryString({ ...orderedQuery(state), format: 'csv' })}`;
  const tell = () =>
    notifications.show({
      title: 'Download started',
      message: `${rows} as CSV, in the order of this list. Your browser keeps the file with its downloads.`,
    });
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        {iconOnly ? (
          <ActionIcon variant="default" size={36} aria-label="Export">
            <IconDownload size={17} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Export
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Exactly this list, all {rows}</Menu.Label>
        {total > 0 ? (
          <Menu.Item
            component="a"
            href={address}
            download
            onClick={tell}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Download CSV ({rows})
          </Menu.Item>
        ) : (
          <Menu.Item disabled>Nothing to download</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
