import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** For schemas of texts only: checks without converting first, which costs as much as the rest of a small request. */
export const checkOnly: FastifySchemaCompiler<TSchema> = (definition) => {
  const compiled = Compile(definition.schema);
  // What is refused is looked at again by the usual validator, for the same words.
  const thorough = TypeBoxValidatorCompiler(definition);
  return (data) => (compiled.Check(data) ? { value: data } : thorough(data));
};
