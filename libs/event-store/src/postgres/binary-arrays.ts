const HEADER_BYTES = 20;
const INT4 = { oid: 23, bytes: 4 };

/** PostgreSQL types whose binary form is their text in UTF-8. */
const textual = { text: 25, json: 114 } as const;

/** One dimension, no nulls, counting from 1. */
const withHeader = (oid: number, count: number, bytes: number): Buffer => {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + bytes);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
};

/** `integer[]` as PostgreSQL receives it: nothing to quote here, nothing to parse there. */
export const integerArray = (values: readonly number[]): Buffer => {
  const buffer = withHeader(INT4.oid, values.length, values.length * (4 + INT4.bytes));
  let at = HEADER_BYTES;
  for (const value of values) {
    at = buffer.writeInt32BE(INT4.bytes, at);
    at = buffer.writeInt32BE(value, at);
  }
  return buffer;
};

/** `text[]` or `json[]` as PostgreSQL receives it. */
export const textArray = (type: keyof typeof textual, values: readonly string[]): Buffer => {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const bytes = lengths.reduce((sum, length) => sum + 4 + length, 0);
  const buffer = withHeader(textual[type], values.length, bytes);
  let at = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    at = buffer.writeInt32BE(lengths[index]!, at);
    at += buffer.write(value, at, 'utf8');
  }
  return buffer;
};
