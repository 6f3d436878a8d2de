import { CardWorld } from './card/cardWorld';
import type { WorldName } from './columns';
import type { World, WorldOptions } from './world';

export function createWorld(name: WorldName, options: WorldOptions): World {
  switch (name) {
    case 'card':
      return new CardWorld(options);
    default:
      throw new RangeError(`The ${name} world is not made yet: use card.`);
  }
}
