import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderPart } from '../../test/parts/render.tsx';
import { CopyButton } from './copy-button.tsx';

async function showButton(writeText: ((text: string) => Promise<void>) | undefined) {
  const page = await renderPart(<CopyButton value="kim@alpine.example" label="Copy email address" />);
  // After the person's keyboard and pointer, which bring a clipboard of their own.
  const clipboard = writeText && { writeText };
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as unknown as Clipboard);
  const copy = () => page.user.click(screen.getByRole('button', { name: 'Copy email address' }));
  const said = () => screen.getByRole('status').textContent;
  return { copy, said };
}

/** Lets the page copy by the old command, or not. */
function offerCommand(isAllowed: boolean): { readonly copied: string[] } {
  const copied: string[] = [];
  document.execCommand = () => {
    if (!isAllowed) return false;
    const clipboardData = { setData: (_type: string, text: string) => copied.push(text) };
    document.dispatchEvent(Object.assign(new Event('copy', { cancelable: true }), { clipboardData }));
    return true;
  };
  return { copied };
}

describe('the copy button', () => {
  it('copies the value and says so', async () => {
    const written = vi.fn(async () => undefined);
    const { copy, said } = await showButton(written);
    expect(said()).toBe('');
    await copy();
    expect(written).toHaveBeenCalledWith('kim@alpine.example');
    expect(said()).toBe('Copied');
  });

  it('copies where the browser offers no clipboard, as over plain HTTP', async () => {
    const { copied } = offerCommand(true);
    const { copy, said } = await showButton(undefined);
    await copy();
    expect(copied).toEqual(['kim@alpine.example']);
    expect(said()).toBe('Copied');
  });

  it('tries the other way when the clipboard is refused', async () => {
    const { copied } = offerCommand(true);
    const { copy, said } = await showButton(() => Promise.reject(new Error('denied')));
    await copy();
    expect(copied).toEqual(['kim@alpine.example']);
    expect(said()).toBe('Copied');
  });

  it('says what to do when the browser allows neither', async () => {
    offerCommand(false);
    const { copy, said } = await showButton(() => Promise.reject(new Error('denied')));
    await copy();
    expect(said()).toBe('Couldn’t copy. Select and copy it yourself');
  });
});
