/**
 * Fills in `$NAME`, `${NAME}` and `${NAME:-default}` as Grafana does in provisioning files; an unset name becomes
 * nothing, and `$$` a dollar sign.
 */
function expandText(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(
    /\$\$|\$\{(\w+)(?::-([^}]*))?\}|\$([A-Za-z_]\w*)/g,
    (whole, braced?: string, fallback?: string, plain?: string) => {
      if (whole === '$$') {
        return '$';
      }
      return env[braced ?? plain ?? ''] || (fallback ?? '');
    }
  );
}

/** Fills the environment into every text of a parsed file: after parsing, since a value may have lines and quotes of its own. */
export function expandEnvironment(value: unknown, env: NodeJS.ProcessEnv): unknown {
  if (typeof value === 'string') {
    return expandText(value, env);
  }
  if (Array.isArray(value)) {
    return value.map((item) => expandEnvironment(item, env));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandEnvironment(item, env)]))
    : value;
}
