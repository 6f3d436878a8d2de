import { type Check, fail, ok } from '../check';

const lowest = [20, 19] as const;

/** Node's own version. */
export const checkNode: Check = async ({ nodeVersion }) => {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const isEnough = major > lowest[0] || (major === lowest[0] && minor >= lowest[1]);
  return [
    isEnough
      ? ok('Node', nodeVersion)
      : fail(
          'Node',
          `${nodeVersion} is too old`,
          `Install Node ${lowest.join('.')} or newer, for example from nodejs.org.`
        ),
  ];
};
