import { Button } from '@mantine/core';
import type { LeadImport } from '../../../contract/imports/imports.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Buttons } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useImportSteps } from './use-import-steps.ts';

/** Asks before an import is taken back, and says what that does. */
export function UndoDialog({ one, onClose }: { one: LeadImport; onClose: () => void }) {
  const { act } = useImportSteps(one);
  return (
    <Dialog title={t('undo.title')} onClose={onClose}>
      <p>{t('undo.text')}</p>
      <Buttons place="end">
        <Button variant="default" onClick={onClose}>
          {shared('action.cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          loading={act.isPending}
          onClick={() => act.mutate('undo', { onSettled: onClose })}
        >
          {t('undo.confirm')}
        </Button>
      </Buttons>
    </Dialog>
  );
}
