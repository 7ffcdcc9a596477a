const acronyms = new Set(['nhs', 'icb', 'icp', 'ccg', 'csu', 'cic', 'uk', 'llp', 'plc', 'gp', 'hq']);
const abbreviations = new Set(['st', 'dr', 'mr', 'mrs', 'ms', 'ltd', 'rev', 'hrh']);
const small = new Set(
  'a an and as at by for from in into of on or over the to under upon with within'.split(' '),
);

/** Whether two names differ in nothing but capitals, punctuation and `&` for `and`. */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other);

const bare = (name: string): string =>
  name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replace(/['’.\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * A published name in capitals as it is written elsewhere: capitals at the beginnings of words, small words small,
 * acronyms kept. A name that has small letters already stays as it is.
 */
export const titled = (name: string): string => {
  const text = name.trim().replace(/\s+/g, ' ');
  if (/\p{Ll}/u.test(text)) return text;
  return text
    .toLowerCase()
    .replace(/[\p{L}\p{N}]+(['’]\p{L}+)*/gu, (word: string, _, at: number) => worded(word, at === 0));
};

const worded = (word: string, first: boolean): string => {
  if (acronyms.has(word) || /\p{N}/u.test(word)) return word.toUpperCase();
  if (small.has(word) && !first) return word;
  if (!abbreviations.has(word) && /^[bcdfghjklmnpqrstvwxz]{2,5}$/.test(word)) return word.toUpperCase();
  return word.replace(
    /^(mc(?=\p{L}{3})|[od]['’](?=\p{L}{2}))?\p{L}/u,
    (start) => capital(start.slice(0, -1)) + start.at(-1)!.toUpperCase(),
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
