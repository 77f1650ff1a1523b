import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { saveFile } from '../../api/save-file.ts';
import { announceFailure } from '../../ui/forms/announce.ts';
import { t } from './catalogue.ts';

/** Downloads the rejected rows, to be corrected and brought again. */
export function RejectedButton({ one }: { one: LeadImport }) {
  const save = () =>
    saveFile('GET /api/v1/imports/:id/rejected', { params: { id: one.id } }).catch((error: unknown) =>
      announceFailure(t('check.downloadFailed'), error),
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => void save()}
    >
      {t('check.download')}
    </Button>
  );
}
