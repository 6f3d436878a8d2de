/** The starter's own variables, without credentials that belong to other parts. */
export function passedOn(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('ELASTICSEARCH_')));
}
