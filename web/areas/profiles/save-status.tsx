import { IconCloudCheck, IconCloudUp, IconCloudX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from './catalogue.ts';
import type { SaveState } from './editing/shown-editing.ts';
import { useEditing } from './editing/use-editing.ts';
import classes from './editor.module.css';

const icons = {
  saved: IconCloudCheck,
  saving: IconCloudUp,
  blocked: IconCloudX,
  failed: IconCloudX,
} as const;

function wordSave(save: SaveState): string {
  if (save.state !== 'failed') return t(`save.${save.state}`);
  return t(save.again ? 'save.failedTrying' : 'save.failed', { reason: save.sentence });
}

/** Whether the server has what was typed. Screen readers hear only that it failed, and that it worked after that. */
export function SaveStatus() {
  const { save } = useEditing();
  const [hadFailed, setHadFailed] = useState(false);
  const { state } = save;
  useEffect(() => {
    if (state === 'failed') setHadFailed(true);
  }, [state]);
  const Icon = icons[state];
  const sentence = wordSave(save);
  const isTold = state === 'failed' || (hadFailed && state === 'saved');
  return (
    <>
      <span className={classes.save} data-state={state} aria-hidden={isTold}>
        <Icon size={17} stroke={1.8} aria-hidden />
        {sentence}
      </span>
      <span role="status" className="ll-visually-hidden">
        {isTold && sentence}
      </span>
    </>
  );
}
