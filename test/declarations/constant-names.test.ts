import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantNames } from '../../generators/declarations/constant-names.ts';

describe('a constant is called', () => {
  it.each([
    [['http_requests_total'], ['requests']],
    [['up'], ['up']],
    [['shop_seconds'], ['seconds']],
    // Of names that begin differently nothing is dropped but the unit.
    [
      ['cart_adds_total', 'shop_seconds'],
      ['cartAdds', 'shopSeconds'],
    ],
    [
      ['http_requests_total', 'http_request_duration_seconds', 'http_in_flight'],
      ['requests', 'requestDuration', 'inFlight'],
    ],
    // Short where it is unique; with more of the name where it is not.
    [
      ['a_read_bytes', 'a_read_bytes_total', 'a_read_seconds', 'a_b'],
      ['aReadBytes', 'readBytesTotal', 'readSeconds', 'b'],
    ],
    [
      ['a_total', 'a_seconds'],
      ['a', 'aSeconds'],
    ],
    // What the file imports, what TypeScript reserves, and what is no name, is spelt out.
    [
      ['go_info', 'go_class', 'go_99th'],
      ['goInfo', 'goClass', 'go99th'],
    ],
    [
      ['class', 'counter'],
      ['metricClass', 'metricCounter'],
    ],
    [
      ['job:requests:rate5m', 'job_requests_rate5m'],
      ['jobRequestsRate5m', 'jobRequestsRate5m2'],
    ],
    [
      ['HTTPRequests_total', 'x'],
      ['httpRequests', 'x'],
    ],
    [
      ['_', ':'],
      ['metric', 'metric2'],
    ],
  ])('%j → %j', (names, want) => {
    const found = constantNames(names);
    expect(names.map((name) => found.get(name)).sort()).toEqual([...want].sort());
  });

  it('by a name of its own, whatever the metrics are and in whatever order', () => {
    const name = fc.stringMatching(/^[a-c:_][a-cA_:1]{0,6}(_total|_seconds|_bytes)?$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), (names) => {
        const found = constantNames(names);
        expect(new Set(found.values()).size).toBe(names.length);
        for (const one of found.values()) expect(one).toMatch(/^[a-z][a-zA-Z0-9]*$/);
        expect([...constantNames([...names].reverse())]).toEqual([...found]);
      }),
    );
  });
});
