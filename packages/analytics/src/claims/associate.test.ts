import { Random } from '../random';
import { associate, leastGroup } from './associate';
import type { Association } from './association';
import { judge } from './judge';

const random = new Random(3);
const normals = (n: number, mean = 0): Float64Array => Float64Array.from({ length: n }, () => mean + random.normal());
const found = (...columns: Parameters<typeof associate>): Association => associate(...columns) as Association;

describe('associate', () => {
  it('keeps the effect inside its interval where nothing goes together, for large tables too', () => {
    for (let seed = 0; seed < 20; seed++) {
      const draw = new Random(seed);
      const region = Array.from({ length: 400 }, () => `r${draw.int(13)}`);
      const left = Float64Array.from({ length: 400 }, () => (draw.chance(0.23) ? 1 : 0));
      const spend = Float64Array.from({ length: 400 }, () => draw.normal());
      for (const outcome of [
        { kind: 'yesno', values: left },
        { kind: 'number', values: spend },
      ] as const) {
        const { effect } = found({ kind: 'category', values: region }, outcome);
        expect(effect.low).toBeLessThanOrEqual(effect.value);
        expect(effect.high).toBeGreaterThanOrEqual(effect.value);
      }
    }
  });

  it('says how many rows lack a value, and how many are in groups too small to compare', () => {
    const category = [...Array<string>(40).fill('a'), ...Array<string>(40).fill('b'), 'c', 'c', null];
    const { n, missing, leftOut, picture } = found(
      { kind: 'category', values: category },
      { kind: 'number', values: normals(83) }
    );
    expect({ n, missing, leftOut }).toEqual({ n: 80, missing: 1, leftOut: 2 });
    expect(picture.groups.map(({ label }) => label)).toEqual(['a', 'b']);
    expect(leastGroup).toBe(10);
  });

  it('turns the sign of a difference with the side that makes the groups', () => {
    const yes = Float64Array.from({ length: 200 }, (_, i) => i % 2);
    const values = Float64Array.from(yes, (value) => 2 * value + random.normal());
    const [group, number] = [{ kind: 'yesno', values: yes } as const, { kind: 'number', values } as const];
    expect(found(group, number).direction).toBe(1);
    expect(found(number, group).direction).toBe(1);
    expect(found(group, { kind: 'number', values: values.map((value) => -value) }).direction).toBe(-1);
  });

  it('refuses columns of different length', () => {
    expect(() => associate({ kind: 'number', values: [1] }, { kind: 'number', values: [1, 2] })).toThrow('1 rows');
  });
});

describe('judge', () => {
  const half = normals(300);
  const same = found({ kind: 'yesno', values: half.map((_, i) => i % 2) }, { kind: 'number', values: half });
  const base = { ...same, effect: { ...same.effect, value: 0.6, low: 0.4, high: 0.8 }, strength: 'medium' } as const;

  it.each([
    ['raises', 1, 0.01, 'supported'],
    ['raises', -1, 0.01, 'contradicted'],
    ['lowers', -1, 0.01, 'supported'],
    ['lowers', 1, 0.01, 'contradicted'],
    ['raises', 1, 0.05, 'no_evidence'],
    ['raises', 0, 0.01, 'no_evidence'],
    ['related', 0, 0.01, 'supported'],
    ['related', 1, 0.2, 'no_evidence'],
    ['unrelated', 1, 0.01, 'contradicted'],
    ['unrelated', 1, 0.2, 'no_evidence'],
  ] as const)('%s, direction %d, p %d: %s', (relation, direction, p, verdict) => {
    expect(judge(relation, { ...base, direction }, p)).toBe(verdict);
  });

  it('supports that nothing goes together only where the whole interval is negligible', () => {
    const narrow = {
      ...base,
      effect: { ...base.effect, value: 0.05, low: -0.1, high: 0.19 },
      strength: 'negligible',
    } as const;
    expect(judge('unrelated', narrow, 0.4)).toBe('supported');
    expect(judge('unrelated', { ...narrow, effect: { ...narrow.effect, high: 0.25 } }, 0.4)).toBe('no_evidence');
    expect(judge('unrelated', { tooLittle: 'few_rows', n: 3, missing: 0 }, NaN)).toBe('too_little_data');
  });
});
