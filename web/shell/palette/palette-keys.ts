import { withControl } from '../../ui/control-keys.ts';

/** Open the command palette, and close it again. */
export const paletteKeys = withControl('K');
