/** Faults of a value, each as `path: what is needed`. None: the value is sound. */
export type Check = (value: unknown, path: string) => readonly string[];

const unless = (holds: boolean, path: string, needed: string): readonly string[] =>
  holds ? [] : [`${path || 'rule'}: ${needed}`];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const oneOf =
  (words: readonly string[]): Check =>
  (value, path) =>
    unless(typeof value === 'string' && words.includes(value), path, `one of ${words.join(', ')}`);

export const wholeNumber =
  (least: number, most: number): Check =>
  (value, path) =>
    unless(
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
      path,
      `a whole number from ${least} to ${most}`,
    );

export const share: Check = (value, path) =>
  unless(typeof value === 'number' && value >= 0 && value <= 1, path, 'a share from 0 to 1');

export const flag: Check = (value, path) => unless(typeof value === 'boolean', path, 'true or false');

export const words =
  (most: number): Check =>
  (value, path) =>
    unless(
      typeof value === 'string' && value.trim() !== '' && value.length <= most,
      path,
      `words, at most ${most} characters`,
    );

export const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? [] : check(value, path);

/** A list in which nothing stands twice. */
export const listOf =
  (check: Check, { least, most }: { readonly least: number; readonly most: number }): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      return unless(false, path, `a list of ${least} to ${most}`);
    const items = value.map((item) => JSON.stringify(item));
    return value.flatMap((item: unknown, index) => [
      ...check(item, `${path}[${index}]`),
      ...unless(items.indexOf(items[index]!) === index, `${path}[${index}]`, 'not twice the same'),
    ]);
  };

/** These fields and no others: whatever else a rule held would be published without anybody having checked it. */
export const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRecord(value)) return unless(false, path, 'an object');
    const at = (field: string): string => (path ? `${path}.${field}` : field);
    return [
      ...Object.entries(checks).flatMap(([field, check]) => check(value[field], at(field))),
      ...Object.keys(value)
        .filter((field) => !Object.hasOwn(checks, field))
        .map((field) => `${at(field)}: no such field`),
    ];
  };

/** The check that the word in `field` chooses. */
export const chosenBy =
  (field: string, checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    const word = isRecord(value) ? value[field] : undefined;
    const check = typeof word === 'string' && Object.hasOwn(checks, word) ? checks[word] : undefined;
    return check ? check(value, path) : oneOf(Object.keys(checks))(word, path ? `${path}.${field}` : field);
  };

/** `check`, and then, of what is sound so far, `further`. */
export const andThen =
  <Sound>(check: Check, further: (value: Sound, path: string) => readonly string[]): Check =>
  (value, path) => {
    const faults = check(value, path);
    return faults.length > 0 ? faults : further(value as Sound, path);
  };
