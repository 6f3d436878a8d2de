import {
  type Box,
  type CustomerSelection,
  type SelectionAxis,
  type SelectionStep,
  beginsWithAll,
  indices,
  isSelected,
  shapeBox,
  toPosition,
  toValue,
} from '@spendscope/contracts';
import { valueAt } from '../../elastic/valueAt';
import { ApiError } from '../../http/apiError';
import { luceneFilter } from './luceneFilter';

const fields = indices.customers.fields;
const numeric = new Set(['integer', 'long', 'float', 'double', 'short', 'half_float']);

type Query = Record<string, unknown>;
const nobody: Query = { match_none: {} };
const everybody: Query = { match_all: {} };

export interface SelectionQuery {
  query: Query;
  /** False where the query finds more than the selection holds: outlines are compared customer by customer. */
  exact: boolean;
}

/** Positions as values: a scale that has no such position has no such bound. */
function rangeOf({ field, scale }: SelectionAxis, min: number, max: number): Query {
  const [gte, lte] = [toValue(scale, min), toValue(scale, max)];
  return { range: { [field]: { ...(Number.isFinite(gte) ? { gte } : {}), ...(Number.isFinite(lte) ? { lte } : {}) } } };
}

type Axes = NonNullable<CustomerSelection['axes']>;
const boxQuery = ({ x, y }: Axes, box: Box): Query => ({
  bool: { filter: [rangeOf(x, box.xMin, box.xMax), rangeOf(y, box.yMin, box.yMax)] },
});

/** Everybody whom the steps may select: lassos by their boxes, and what a lasso takes away is left in. */
function stepsQuery(axes: Axes, steps: readonly SelectionStep[]): Query {
  let found = beginsWithAll(steps) ? everybody : nobody;
  for (const { operation, shape } of steps) {
    const inside = boxQuery(axes, shapeBox(shape));
    if (operation === 'replace') {
      found = inside;
    } else if (operation === 'add') {
      found = { bool: { should: [found, inside], minimum_should_match: 1 } };
    } else if (shape.kind === 'box') {
      found = { bool: { filter: [found], must_not: [inside] } };
    }
  }
  return found;
}

function isNumber(path: string): boolean {
  let at = { properties: indices.customers.mapping } as { type?: string; properties?: Record<string, object> };
  for (const name of path.split('.')) {
    at = (Object.hasOwn(at.properties ?? {}, name) ? at.properties![name] : {}) as typeof at;
  }
  return numeric.has(at.type ?? '');
}

/** @throws ApiError 400 where the selection names no axes for its shapes, or one that is no number of a customer */
export function axesOf({ axes, steps }: CustomerSelection): Axes | undefined {
  if (steps.length === 0) {
    return undefined;
  }
  if (!axes) {
    throw new ApiError(400, 'axes_missing', 'The selection has shapes; say on which axes they were drawn.');
  }
  for (const { field } of [axes.x, axes.y]) {
    if (!isNumber(field)) {
      throw new ApiError(400, 'axis_unknown', `Customers have no number called ${field}.`);
    }
  }
  return axes;
}

/** The customers' documents that a selection may hold. @throws ApiError 400, see {@link axesOf} */
export function selectionQuery(selection: CustomerSelection): SelectionQuery {
  const axes = axesOf(selection);
  const { clusters, filter } = selection;
  const steps = selection.steps as readonly SelectionStep[];
  const conditions: Query[] = [
    ...(axes
      ? [
          // Who has no place on an axis is not on the plane.
          { exists: { field: axes.x.field } },
          { exists: { field: axes.y.field } },
          stepsQuery(axes, steps),
        ]
      : []),
    ...(clusters ? [{ terms: { [fields.cluster]: clusters } }] : []),
    ...(filter ? [luceneFilter(filter)] : []),
  ];
  return {
    query: { bool: { filter: conditions.length > 0 ? conditions : [everybody] } },
    exact: !axes || steps.every(({ shape }) => shape.kind === 'box'),
  };
}

/** Whether a customer's own values lie within the selection's outlines, where the query alone cannot tell. */
export function insideOf(selection: CustomerSelection): (customer: object) => boolean {
  const axes = axesOf(selection);
  if (!axes) {
    return () => true;
  }
  const at = (customer: object, { field, scale }: SelectionAxis): number =>
    toPosition(scale, Number(valueAt(customer, field)));
  const steps = selection.steps as readonly SelectionStep[];
  return (customer) => isSelected(steps, at(customer, axes.x), at(customer, axes.y));
}
