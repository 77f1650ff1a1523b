/** By folded letter; the most common of several transliterations, as one different letter is forgiven. */
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ' +
    'ю:yu я:ya і:i ї:i є:ye ґ:g ў:u ј:j љ:lj њ:nj ћ:c ђ:dj џ:dz ѓ:g ќ:k ѕ:dz қ:k ғ:g ә:a ө:o ұ:u ү:u ң:n һ:h ' +
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** Cyrillic and Greek letters of a folded name in Latin ones, as in passports. */
export function inLatinLetters(folded: string): string {
  return folded.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => latin[letter] ?? letter);
}

/** Scripts whose names say nothing about the same names in another; katakana is folded to hiragana. */
const scripts: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
];

/** True when two texts have letters, but no script in common. */
export function areOfOtherScripts(left: string, right: string): boolean {
  const [one, other] = [scriptsOf(left), scriptsOf(right)];
  return one.length > 0 && other.length > 0 && !one.some((script) => other.includes(script));
}

function scriptsOf(text: string): string[] {
  return scripts.filter(([, sign]) => sign.test(text)).map(([name]) => name);
}
