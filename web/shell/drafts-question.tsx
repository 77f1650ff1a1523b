import { Button } from '@mantine/core';
import { draftDays } from '../api/drafts.ts';
import { Buttons } from '../ui/buttons.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { t } from './catalogue.ts';
import classes from './shell.module.css';

interface DraftsQuestionProps {
  count: number;
  pending: boolean;
  onAnswer: (keepDrafts: boolean) => void;
  onClose: () => void;
}

/** The next person at this device could read its storage, so the person decides whether drafts stay there. */
export function DraftsQuestion({ count, pending, onAnswer, onClose }: DraftsQuestionProps) {
  return (
    <Dialog title={t('drafts.title')} onClose={onClose}>
      <p className={classes.againText}>
        {t('drafts.hint', { count, shown: String(count), days: String(draftDays) })}
      </p>
      <Buttons place="end">
        <Button variant="default" onClick={onClose}>
          {t('drafts.stay')}
        </Button>
        <Button color="red" variant="default" disabled={pending} onClick={() => onAnswer(false)}>
          {t('drafts.discard')}
        </Button>
        <Button data-autofocus disabled={pending} onClick={() => onAnswer(true)}>
          {t('drafts.keep')}
        </Button>
      </Buttons>
    </Dialog>
  );
}
