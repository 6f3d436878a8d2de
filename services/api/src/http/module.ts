import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '../services';

/** A resource's routes. */
export type ApiModule = FastifyPluginAsyncTypebox<{ services: Services }>;
