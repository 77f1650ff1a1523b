import { describe, expect, it } from 'vitest';
import { foldForSearch, trigramText } from './search-folding.ts';

describe('WS-5: folded text in ASCII', () => {
  it('WS-5 keeps what is ASCII, gives a letter one sign and a wide sign two', () => {
    expect(trigramText('alvaro 49')).toBe('alvaro 49');
    expect(trigramText(foldForSearch('Иванов')).length).toBe(6);
    expect(trigramText(foldForSearch('田中')).length).toBe(4);
    expect(trigramText(foldForSearch('株式会社 Acme @ ไทย 김'))).toMatch(/^[a-z0-9 @]+$/);
  });

  it('WS-5 a part of a text stays a part of it', () => {
    const whole = foldForSearch('ООО Ромашкино 株式会社若草山 أحمد');
    for (const part of ['ромашк', '若草', 'احم', 'оо'])
      expect(trigramText(whole)).toContain(trigramText(part));
  });
});
