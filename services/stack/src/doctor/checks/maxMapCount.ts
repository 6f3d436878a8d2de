import { type Check, ok, warn } from '../check';

const wanted = 262_144;

/** Memory maps that one process may hold. A single node on loopback starts with fewer; any other does not. */
export const checkMaxMapCount: Check = async ({ readText }) => {
  const text = readText('/proc/sys/vm/max_map_count');
  if (!text) {
    return [ok('vm.max_map_count', 'not a setting of this system')];
  }
  const count = Number(text);
  return [
    count >= wanted
      ? ok('vm.max_map_count', String(count))
      : warn(
          'vm.max_map_count',
          `${count}; enough for one node on loopback, not for Docker or production`,
          `sudo sysctl -w vm.max_map_count=${wanted}`
        ),
  ];
};
