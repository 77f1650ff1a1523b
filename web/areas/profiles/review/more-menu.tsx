import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconTrash, IconWorldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/sections/confirm-dialog.tsx';
import { t } from '../catalogue.ts';
import { useEditing } from '../editing/use-editing.ts';
import { usePublishing } from '../use-deeds.ts';
import { DeleteProfileDialog } from './delete-profile-dialog.tsx';

type Question = 'discard' | 'unpublish' | 'delete';

/** What takes something away: each asks first. */
export function MoreMenu() {
  const { profile, unsaved } = useEditing();
  const { unpublish, discard } = usePublishing();
  const [question, setQuestion] = useState<Question>();
  const close = () => setQuestion(undefined);
  const mayDiscard = profile.state !== 'draft' && (profile.hasChanges || unsaved.size > 0);
  const mayUnpublish = profile.state === 'published';
  if (!mayDiscard && !mayUnpublish && !profile.mayDelete) return null;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('review.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayDiscard && (
            <Menu.Item
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={() => setQuestion('discard')}
            >
              {t('review.discard')}
            </Menu.Item>
          )}
          {mayUnpublish && (
            <Menu.Item
              leftSection={<IconWorldOff size={16} aria-hidden />}
              onClick={() => setQuestion('unpublish')}
            >
              {t('review.unpublish')}
            </Menu.Item>
          )}
          {profile.mayDelete && (
            <Menu.Item
              className="ll-danger-item"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setQuestion('delete')}
            >
              {t('review.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {question === 'unpublish' && (
        <ConfirmDialog
          title={t('review.unpublishTitle')}
          confirmLabel={t('review.unpublish')}
          pending={unpublish.isPending}
          onConfirm={() => unpublish.mutate(undefined, { onSettled: close })}
          onClose={close}
        >
          {t('review.unpublishText')}
        </ConfirmDialog>
      )}
      {question === 'discard' && (
        <ConfirmDialog
          title={t('review.discardTitle')}
          confirmLabel={t('review.discard')}
          pending={discard.isPending}
          onConfirm={() => discard.mutate(undefined, { onSettled: close })}
          onClose={close}
        >
          {t('review.discardText')}
        </ConfirmDialog>
      )}
      {question === 'delete' && <DeleteProfileDialog onClose={close} />}
    </>
  );
}
