import { UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useControlKeys } from '../../ui/control-keys.ts';
import { useLoadWhenIdle } from '../../ui/late-code.ts';
import { t } from '../catalogue.ts';
import classes from '../shell.module.css';
import { paletteKeys } from './palette-keys.ts';

type Palette = ComponentType<{ onClose: () => void }>;
const load = () => import('./command-palette.tsx');
const aheadMs = 2500;

/** Opens the command palette, which is loaded once the page has come to rest, or when it is asked for. */
export function PaletteButton() {
  const [palette, setPalette] = useState<{ Content: Palette } | null>(null);
  useLoadWhenIdle(load, aheadMs);
  const open = () =>
    void load().then(
      ({ CommandPalette }) => setPalette({ Content: CommandPalette }),
      () => notifications.show({ color: 'red', message: t('palette.failed') }),
    );
  useControlKeys(paletteKeys, open);
  return (
    <>
      <UnstyledButton
        className={classes.palette}
        aria-haspopup="dialog"
        aria-keyshortcuts={paletteKeys.aria}
        onClick={open}
      >
        <IconSearch size={17} stroke={1.8} aria-hidden />
        <span className={`${classes.paletteWords} ll-truncate`}>{t('palette.button')}</span>
        <kbd className={classes.paletteKeys} aria-hidden>
          {paletteKeys.shown}
        </kbd>
      </UnstyledButton>
      {palette && <palette.Content onClose={() => setPalette(null)} />}
    </>
  );
}
