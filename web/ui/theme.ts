import {
  type ActionIcon,
  type Button,
  type CSSVariablesResolver,
  createTheme,
  type Drawer,
  type Input,
  type MantineColorsTuple,
  type Menu,
  type Modal,
  type Notification,
  type PasswordInput,
  type Portal,
  type Tooltip,
} from '@mantine/core';
import { t } from './catalogue.ts';
import { shared } from './words/catalogue.ts';

const lagoon: MantineColorsTuple = [
  '#e9f5f5',
  '#d2e9e9',
  '#a8d5d6',
  '#79bfc1',
  '#4fa9ac',
  '#2f9195',
  '#1d797e',
  '#136469',
  '#0e5055',
  '#083c40',
];
const amber: MantineColorsTuple = [
  '#fff7e3',
  '#ffecc2',
  '#fddc8f',
  '#f9c959',
  '#f3b62b',
  '#e09c0c',
  '#b97b04',
  '#8f5c00',
  '#704800',
  '#523503',
];
const gray: MantineColorsTuple = [
  '#f4f7f7',
  '#ebf0f1',
  '#dfe6e8',
  '#ccd6d9',
  '#b0bec2',
  '#87979d',
  '#56686f',
  '#3e4e54',
  '#28363b',
  '#162125',
];
const dark: MantineColorsTuple = [
  '#dde5e7',
  '#bcc8cc',
  '#9aaaaf',
  '#73858b',
  '#3a4a50',
  '#2a383d',
  '#1c272b',
  '#12191c',
  '#0d1315',
  '#090d0f',
];
const green: MantineColorsTuple = [
  '#e8f6ee',
  '#cfebda',
  '#a3d8b7',
  '#74c493',
  '#4bb073',
  '#2d9759',
  '#1c7d46',
  '#146638',
  '#0e512c',
  '#083c20',
];
const red: MantineColorsTuple = [
  '#fdf0ee',
  '#f9dcd8',
  '#f2b9b2',
  '#ea9188',
  '#e06b5f',
  '#cf4a3d',
  '#b4352a',
  '#96271e',
  '#781d16',
  '#5a140f',
];

/** What a theme may say about a component. */
type Look<Component extends { extend: (input: never) => unknown }> = Parameters<Component['extend']>[0];

/** The look of the product: deep ink and teal, one warm amber accent, dense and calm. */
export const theme = createTheme({
  colors: { lagoon, amber, gray, dark, green, red },
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 6 },
  black: '#162125',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  defaultRadius: 'sm',
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Components are imported as types only: whatever uses them loads their code.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } } satisfies Look<typeof ActionIcon>,
    Button: { defaultProps: { size: 'sm' } } satisfies Look<typeof Button>,
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': shared('action.close') } },
      styles: { title: { fontWeight: 640 } },
    } satisfies Look<typeof Drawer>,
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': shared('action.close') } },
    } satisfies Look<typeof Notification>,
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } } satisfies Look<typeof Menu>,
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': shared('action.close') }, centered: false },
      styles: { title: { fontWeight: 640 } },
    } satisfies Look<typeof Modal>,
    Input: { defaultProps: { size: 'sm' } } satisfies Look<typeof Input>,
    PasswordInput: {
      defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('togglePassword') } },
    } satisfies Look<typeof PasswordInput>,
    // Everything that opens on top of the page is inside its own landmark, so all content is in one.
    Portal: { defaultProps: { target: '#overlays' } } satisfies Look<typeof Portal>,
    Tooltip: {
      defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: false } },
    } satisfies Look<typeof Tooltip>,
  },
});

/** Colors of text that Mantine would compute too faint for AA on our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#56686f',
    '--mantine-color-placeholder': '#66787f',
    '--mantine-color-error': '#b4352a',
    '--mantine-color-default-border': '#ccd6d9',
  },
  dark: {
    '--mantine-color-body': '#182124',
    '--mantine-color-dimmed': '#9aaaaf',
    '--mantine-color-placeholder': '#8a9ba1',
    '--mantine-color-error': '#f0998f',
    '--mantine-color-default-border': '#3a4a50',
  },
});

/** The storage key of the chosen color scheme; the script of the first paint reads it too. */
export const colorSchemeKey = 'leadlight.color-scheme';
