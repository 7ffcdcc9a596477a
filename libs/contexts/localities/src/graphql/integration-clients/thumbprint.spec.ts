import { describe, expect, it } from '@jest/globals';
import { thumbprintOf } from './thumbprint.js';

describe('the thumbprint of a key', () => {
  it('is that of the example in RFC 7638, 3.1, whatever else the key says', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    const thumbprint = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs';
    expect(thumbprintOf({ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' })).toBe(thumbprint);
    expect(thumbprintOf({ kty: 'RSA', n, e: 'AQAC' })).not.toBe(thumbprint);
  });
  it('tells two points of a curve apart', () => {
    const point = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
    expect(thumbprintOf({ ...point, y: 'z' })).not.toBe(thumbprintOf(point));
  });
});
