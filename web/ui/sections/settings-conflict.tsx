import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { Buttons } from '../index.ts';
import { shared } from '../words/catalogue.ts';
import { t } from './catalogue.ts';

/** The revision that a settings form is based on, and the conflict when someone else saved first. */
export function useRevision<Settings extends { revision: string }>(shown: Settings) {
  const [settings, setSettings] = useState(shown);
  const [conflict, setConflict] = useState<Settings | null>(null);
  const accept = (current: Settings) => {
    setSettings(current);
    setConflict(null);
  };
  async function attempt<Answer>(send: (revision: string) => Promise<Answer>): Promise<Answer> {
    try {
      return await send(settings.revision);
    } catch (error) {
      if (error instanceof ApiError && error.problem.code === 'settings-changed')
        setConflict(error.problem.current as Settings);
      throw error;
    }
  }
  return {
    /** The settings that the form began with, not those of a later refetch. */
    settings,
    conflict,
    /** Sends a change with the form's revision; a conflict is kept and rethrown. */
    attempt,
    /** The same for a change that returns the new settings. */
    change: async (send: (revision: string) => Promise<Settings>): Promise<Settings> => {
      const changed = await attempt(send);
      accept(changed);
      return changed;
    },
    /** Bases the form on what is saved now. */
    accept,
  };
}

/** Of {@link useRevision}. */
export type SettingsBase<Settings extends { revision: string }> = ReturnType<typeof useRevision<Settings>>;

interface SettingsConflictProps<Settings> {
  /** Of {@link useRevision}. */
  base: { conflict: Settings | null; accept: (current: Settings) => void };
  /** Shows in the form what is saved now. */
  onTake: (current: Settings) => void;
}

/**
 * Resolves a conflict when someone else has changed the settings: nothing is lost until a button is clicked, and after
 * the second one, the next save replaces what is saved now. Renders nothing without a conflict.
 */
export function SettingsConflict<Settings>({ base, onTake }: SettingsConflictProps<Settings>) {
  const { conflict } = base;
  if (conflict === null) return null;
  return (
    <Buttons>
      <Button
        variant="default"
        onClick={() => {
          base.accept(conflict);
          onTake(conflict);
        }}
      >
        {t('conflict.take')}
      </Button>
      <Button variant="default" onClick={() => base.accept(conflict)}>
        {shared('action.keepMine')}
      </Button>
    </Buttons>
  );
}
