/**
 * Fills in `$NAME`, `${NAME}` and `${NAME:-default}` as Grafana does in provisioning files; an unset name becomes
 * nothing, and `$$` a dollar sign.
 */
export function expandEnvironment(text: string, env: NodeJS.ProcessEnv): string {
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
