import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useControlKeys } from '../../ui/control-keys.ts';
import { useLoadWhenIdle } from '../../ui/late-code.ts';
import { later } from '../../ui/later.tsx';
import { t } from '../catalogue.ts';
import classes from '../shell.module.css';
import { paletteKeys } from './palette-keys.ts';

const CommandPalette = later(() => import('./command-palette.tsx'), 'CommandPalette');
const aheadMs = 2500;

/** Opens the command palette, which is loaded once the page has come to rest, or when it is asked for. */
export function PaletteButton() {
  const [isOpen, setOpen] = useState(false);
  useLoadWhenIdle(CommandPalette.load, aheadMs);
  const open = () => setOpen(true);
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
      {isOpen && <CommandPalette onClose={() => setOpen(false)} />}
    </>
  );
}
