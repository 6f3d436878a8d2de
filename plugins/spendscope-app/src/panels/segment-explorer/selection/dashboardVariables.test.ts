import { pointsInARow, viewOf } from '../testing/items';
import { defaultOptions } from '../types';
import { openVariables, selectionVariables } from './dashboardVariables';
import { summarizeSelection } from './summarizeSelection';

const names = defaultOptions.variables;
const options = { variables: names, clusterValue: 'number' } as const;

describe('selectionVariables', () => {
  const items = pointsInARow([0, 1, 2], {
    x: Float64Array.of(Math.log10(28), Math.log10(191.1234567), 0),
    y: Float64Array.of(10.5, 99.25, 0),
  });
  const view = viewOf(items, { x: { ...viewOf(items).x, scale: 'log1p' } });

  it('writes clusters, and ranges in days and money instead of logarithms, rounded outwards', () => {
    expect(selectionVariables(view, summarizeSelection(view, Uint8Array.of(1, 1, 0)), options, true)).toEqual({
      'var-cluster': ['0', '1'],
      'var-x_field': 'x',
      'var-x_min': '27',
      'var-x_max': '190.124',
      'var-y_field': 'y',
      'var-y_min': '10.5',
      'var-y_max': '99.25',
      'var-outline': '*',
    });
  });

  it('leaves ranges open for clusters without a shape', () => {
    expect(selectionVariables(view, summarizeSelection(view, Uint8Array.of(0, 1, 0)), options, false)).toEqual({
      'var-cluster': ['1'],
      'var-x_min': '*',
      'var-x_max': '*',
      'var-y_min': '*',
      'var-y_max': '*',
      'var-outline': '*',
    });
  });

  it('writes what was drawn where ranges do not say it', () => {
    const summary = summarizeSelection(view, Uint8Array.of(1, 1, 0));
    expect(selectionVariables(view, summary, options, true, '(y:[1 TO 2})')['var-outline']).toBe('(y:[1 TO 2})');
  });

  it('says all instead of listing every cluster', () => {
    const variables = selectionVariables(view, summarizeSelection(view, Uint8Array.of(1, 1, 1)), options, true);
    expect(variables['var-cluster']).toBe('$__all');
    expect(variables['var-x_min']).toBe('0');
  });

  it('writes personas by name where the variable lists names', () => {
    const variables = selectionVariables(
      view,
      summarizeSelection(view, Uint8Array.of(1, 0, 1)),
      { variables: names, clusterValue: 'name' },
      false
    );
    expect(variables['var-cluster']).toEqual(['Persona 0', 'Persona 2']);
  });

  it('uses the names that the options give', () => {
    const own = { ...names, cluster: 'group', xMin: 'from' };
    expect(openVariables(own)).toEqual({
      'var-group': '$__all',
      'var-saved_segment': '',
      'var-from': '*',
      'var-x_max': '*',
      'var-y_min': '*',
      'var-y_max': '*',
      'var-outline': '*',
    });
  });

  it('gives the ranges their own columns back', () => {
    expect(openVariables(names, { x: 'rfm.recency', y: 'rfm.monetary' })).toMatchObject({
      'var-x_field': 'rfm.recency',
      'var-y_field': 'rfm.monetary',
    });
  });
});
