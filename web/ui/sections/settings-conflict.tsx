import { Button } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { Buttons } from '../index.ts';
import { t } from './catalogue.ts';

/** What a form of settings is based on, and what became of it when somebody else was faster. */
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
    /** The settings that the form began with; not what a later look at them said. */
    settings,
    conflict,
    /** Runs a change by the revision that the form is based on; a conflict is kept, and thrown on. */
    attempt,
    /** The same for a change that answers with the settings as they are then. */
    change: async (send: (revision: string) => Promise<Settings>): Promise<Settings> => {
      const changed = await attempt(send);
      accept(changed);
      return changed;
    },
    /** From here on the form is based on what is saved now. */
    accept,
  };
}

/** Of {@link useRevision}. */
export type SettingsBase<Settings extends { revision: string }> = ReturnType<typeof useRevision<Settings>>;

interface SettingsConflictProps<Settings> {
  /** Of {@link useRevision}. */
  base: { conflict: Settings | null; accept: (current: Settings) => void };
  /** Puts what is saved now into the form. */
  onTake: (current: Settings) => void;
}

/**
 * The way out when somebody else changed the settings meanwhile: nothing is lost before one of the two is pressed, and
 * after the second one the next save replaces what is saved now. Nothing while nobody did.
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
        {t('conflict.replace')}
      </Button>
    </Buttons>
  );
}
