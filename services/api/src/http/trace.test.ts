import { traceIdOf, traceOf, traceparentFor } from './trace';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const requestId = '6f1e1c52-6f0b-4b6e-9d0e-0a1b2c3d4e5f';
const own = '6f1e1c526f0b4b6e9d0e0a1b2c3d4e5f';

describe('the trace of a call', () => {
  it.each([
    `00-${trace}-${parent}-01`,
    // Of a version to come: what is known of it counts.
    `01-${trace}-${parent}-01-more`,
  ])('is that of %s', (header) => {
    expect(traceIdOf(header, requestId)).toBe(trace);
  });

  it.each([
    ['nothing', undefined],
    ['two headers', [`00-${trace}-${parent}-01`, `00-${trace}-${parent}-01`]],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${parent}-01`],
    ['a parent of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
    ['the version that is none', `ff-${trace}-${parent}-01`],
    ['more than version 00 has', `00-${trace}-${parent}-01-more`],
    ['capitals', `00-${trace.toUpperCase()}-${parent}-01`],
    ['a line of a log', `00-${trace}-${parent}-01\n{"level":50}`],
  ])('is our own for %s', (_name, header) => {
    expect(traceIdOf(header, requestId)).toBe(own);
  });

  it.each([
    [`00-${trace}-${parent}-01`, `00-${trace}-9d0e0a1b2c3d4e5f-01`],
    [`00-${trace}-${parent}-02`, `00-${trace}-9d0e0a1b2c3d4e5f-00`],
    [undefined, `00-${own}-9d0e0a1b2c3d4e5f-00`],
  ])('of %s goes on as %s, with what is known of the flags', (header, ours) => {
    expect(traceparentFor(traceOf(header, requestId), requestId)).toBe(ours);
  });
});
