/** The environment variable's text, or one sentence that says how to set it. @throws Error where it is missing */
export function required(env: NodeJS.ProcessEnv, name: string, fix: string): string {
  const value = env[name]?.trim();
  if (!value) {
    throw new Error(`${name} is not set. ${fix}`);
  }
  return value;
}

/** @throws Error where it is missing or no http(s) address */
export function url(env: NodeJS.ProcessEnv, name: string): string {
  const value = required(env, name, 'Set it to an address such as http://localhost:3000.');
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is not an http(s) address. Set it to one such as http://localhost:3000.`);
  }
  return value;
}

/** @throws Error where it is none of the values */
export function oneOf<const Value extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  values: readonly Value[],
  fallback: Value
): Value {
  const value = env[name] ?? fallback;
  const known = values.find((candidate) => candidate === value);
  if (!known) {
    throw new Error(`${name} is "${value}". Set it to one of ${values.join(', ')}.`);
  }
  return known;
}
