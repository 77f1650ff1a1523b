import { withControl } from '../../ui/control-keys.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { paletteKeys } from '../palette/palette-keys.ts';
import { foldKeys } from '../rail/fold.ts';
import { t } from './catalogue.ts';

/** Presses that do the same, or the same in two directions. */
interface ShownShortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every key that does something of Leadlight's own. `test/keyboard-help.test.ts` compares it with the code. */
export const shortcuts: readonly ShownShortcut[] = [
  { keys: ['j', 'k'], does: t('does.walk') },
  { keys: ['↑', '↓'], does: t('does.rows') },
  { keys: ['Enter'], does: t('does.open') },
  { keys: ['f'], does: t('does.favorite') },
  { keys: ['a'], does: t('does.accept') },
  { keys: ['d'], does: t('does.decline') },
  { keys: ['i'], does: t('does.owner') },
  { keys: ['n'], does: t('does.note') },
  { keys: ['r'], does: t('does.reply') },
  { keys: ['s'], does: t('does.step') },
  { keys: ['p'], does: t('does.preview') },
  { keys: ['Shift+F10'], does: t('does.rowMenu') },
  { keys: ['F2'], does: t('does.editCell') },
  { keys: [withControl('Enter').shown], does: t('does.saveNotes') },
  { keys: ['Alt+Shift+←', 'Alt+Shift+→'], does: t('does.moveColumn') },
  { keys: ['←', '→', 'Home', 'End'], does: t('does.resize') },
  { keys: ['Alt+←', 'Alt+→'], does: t('does.moveDeal') },
  { keys: ['x'], does: t('does.select') },
  { keys: ['Shift+↑', 'Shift+↓'], does: t('does.selectRange') },
  { keys: [withControl('A').shown], does: t('does.selectLoaded') },
  { keys: ['b'], does: t('does.toBar') },
  { keys: ['/'], does: shared('action.search') },
  { keys: [paletteKeys.shown], does: t('does.palette') },
  { keys: [foldKeys.shown], does: t('does.fold') },
  { keys: ['Esc'], does: t('does.back') },
  { keys: ['?'], does: t('does.help') },
];
