import { examples } from './examples';

interface Described {
  example?: unknown;
}

/** As much of an OpenAPI operation as examples stand in. */
export interface Operation {
  parameters?: (Described & { in: string; name: string })[];
  requestBody?: { content: Record<string, Described> };
  responses: Record<string, { content?: Record<string, Described> }>;
}

/** Puts each operation's example where OpenAPI has one: at its body, its first success, or its path parameters. */
export function addExamples(paths: Record<string, Record<string, Operation>>): void {
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      addTo(operation, `${method.toUpperCase()} ${path}`);
    }
  }
}

function addTo(operation: Operation, name: string): void {
  const example = examples[name];
  if (!example) {
    return;
  }
  if ('parameters' in example) {
    for (const parameter of operation.parameters ?? []) {
      parameter.example = parameter.in === 'path' ? example.parameters[parameter.name] : undefined;
    }
    return;
  }
  const content = 'body' in example ? operation.requestBody?.content : successOf(operation)?.content;
  for (const described of Object.values(content ?? {})) {
    described.example = 'body' in example ? example.body : example.answer;
  }
}

export const successOf = ({ responses }: Operation): Operation['responses'][string] | undefined =>
  responses[Object.keys(responses).find((status) => /^2\d\d$/.test(status)) ?? ''];
