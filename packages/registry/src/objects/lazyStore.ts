import type { ObjectStore } from './objectStore';

/** A store whose code is loaded when it is first asked: most commands have a folder, and need no client of S3. */
export function lazyStore(place: string, load: () => Promise<ObjectStore>): ObjectStore {
  let loading: Promise<ObjectStore> | undefined;
  const store = (): Promise<ObjectStore> => (loading ??= load());
  return {
    place,
    list: async (prefix) => (await store()).list(prefix),
    read: async (key) => (await store()).read(key),
    create: async (key, text) => (await store()).create(key, text),
  };
}
