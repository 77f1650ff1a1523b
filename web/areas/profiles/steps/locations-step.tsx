import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { mostValues } from '../../../../contract/profiles/lists.ts';
import { makeId } from '../../../api/idempotency.ts';
import { announceWithUndo } from '../../../ui/forms/index.ts';
import { useLocale } from '../../../ui/index.ts';
import { ConfirmDialog } from '../../../ui/sections/confirm-dialog.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from '../catalogue.ts';
import { ConflictChoice } from '../conflict-choice.tsx';
import {
  emptyLocation,
  keyOfLocation,
  locationIdOf,
  type ShownLocation,
  toLocationDraft,
} from '../editing/draft-fields.ts';
import { useEditing, useProblem, useProfileEditing } from '../editing/use-editing.ts';
import { nameLocation } from '../profile-words.ts';
import { LocationCard } from './location-card.tsx';
import classes from './steps.module.css';
import { wordCount } from './word-count.ts';

/** Where the partner is: each location gets a page of its own. */
export function LocationsStep() {
  const editing = useProfileEditing();
  const { profile, locations, conflicts } = useEditing();
  const { locale } = useLocale();
  const problem = useProblem('locations');
  const [asked, setAsked] = useState<ShownLocation>();
  const [added, setAdded] = useState<string>();
  const remove = (location: ShownLocation) => {
    const key = keyOfLocation(location.id);
    editing.change(key, null);
    void editing.save();
    announceWithUndo(t('location.removed', { name: nameLocation(location) }), () => {
      editing.change(key, toLocationDraft(location));
      void editing.save();
    });
  };
  const add = () => {
    const id = makeId();
    setAdded(id);
    editing.change(keyOfLocation(id), emptyLocation(profile.country), `${keyOfLocation(id)}.leadsTo`);
  };
  const removed = conflicts.filter(({ key, mine }) => mine === null && locationIdOf(key) !== undefined);
  return (
    <div data-field="locations" className={classes.field}>
      <p className="ll-note">{t('location.hint')}</p>
      {problem !== undefined && (
        <p role="alert" className={classes.refused}>
          {problem}
        </p>
      )}
      {removed.map(({ key }) => (
        <div key={key} data-field={key}>
          <ConflictChoice at={key} />
        </div>
      ))}
      {locations.map((location) => (
        <LocationCard
          key={location.id}
          location={location}
          isNew={location.id === added}
          onRemove={() => (location.address === null ? remove(location) : setAsked(location))}
        />
      ))}
      <div className="ll-apart">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={locations.length >= mostValues.locations}
          onClick={add}
        >
          {t('location.add')}
        </Button>
        <span className="ll-muted ll-small">{wordCount(locations.length, mostValues.locations, locale)}</span>
      </div>
      {asked && (
        <ConfirmDialog
          title={t('location.removeTitle', { name: nameLocation(asked) })}
          confirmLabel={shared('action.remove')}
          pending={false}
          onConfirm={() => {
            remove(asked);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        >
          {t('location.removeText')}
        </ConfirmDialog>
      )}
    </div>
  );
}
