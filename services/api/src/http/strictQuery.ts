import type { RouteOptions } from 'fastify';
import Type from 'typebox';

const NoQuery = Type.Object({}, { additionalProperties: false });

/** A route that names no query takes none: a filter that was ignored silently would answer another question. */
export function refuseUnknownQuery(route: RouteOptions): void {
  route.schema = { ...route.schema, querystring: route.schema?.querystring ?? NoQuery };
}
