import type { MantineColorsTuple, VariantColorsResolver } from '@mantine/core';
import { createTheme } from '@mantine/core';

const tide: MantineColorsTuple = [
  '#e3f0ee',
  '#cde4e1',
  '#a8d3ce',
  '#7ccbc4',
  '#4fa9a5',
  '#2f8a8b',
  '#17656b',
  '#125259',
  '#0e4147',
  '#08211f',
];
const danger: MantineColorsTuple = [
  '#f9e9e6',
  '#f4d3ce',
  '#f2a099',
  '#e0776e',
  '#cf574d',
  '#bb4037',
  '#a8322a',
  '#8c2822',
  '#701f1a',
  '#2a0d0a',
];

/**
 * Mantine's variants in the words of tokens.css, so that one stylesheet decides both schemes. Two colours exist:
 * `danger` for what destroys, tide for everything else.
 */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const name = color === 'danger' ? 'danger' : 'tide';
  const clear = '1px solid transparent';
  switch (variant) {
    case 'filled':
      return {
        background: `var(--${name})`,
        hover: `var(--${name}-hover)`,
        color: `var(--on-${name})`,
        border: clear,
      };
    case 'light':
      return {
        background: `var(--${name}-wash)`,
        hover: `var(--${name}-wash)`,
        color: `var(--${name})`,
        border: clear,
      };
    case 'default':
    case 'outline':
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: name === 'danger' ? 'var(--danger)' : 'var(--text)',
        border: '1px solid var(--hairline)',
      };
    default:
      return {
        background: 'transparent',
        hover: `var(--${name}-wash)`,
        color: `var(--${name})`,
        border: clear,
      };
  }
};

/**
 * Overlays leave the page's scroll to base.css: Mantine's own lock writes a style element, which the
 * Content-Security-Policy refuses.
 */
const overlay = { defaultProps: { lockScroll: false, transitionProps: { duration: 140 } } };

export const theme = createTheme({
  fontFamily: 'var(--face)',
  primaryColor: 'tide',
  colors: { tide, danger },
  primaryShade: { light: 6, dark: 3 },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    Modal: overlay,
    Drawer: overlay,
  },
});
