import { CardWorld } from './card/cardWorld';
import type { WorldName } from './columns';
import { PlayWorld } from './play/playWorld';
import type { World, WorldOptions } from './world';

export function createWorld(name: WorldName, options: WorldOptions): World {
  switch (name) {
    case 'card':
      return new CardWorld(options);
    case 'play':
      return new PlayWorld(options);
    default:
      throw new RangeError(`The ${name} world is not made yet: use card.`);
  }
}
