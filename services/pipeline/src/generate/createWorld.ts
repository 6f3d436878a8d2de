import { CardWorld } from './card/cardWorld';
import type { WorldName } from './columns';
import { CommerceWorld } from './commerce/commerceWorld';
import { PlayWorld } from './play/playWorld';
import type { World, WorldOptions } from './world';

const worlds: Record<WorldName, new (options: WorldOptions) => World> = {
  card: CardWorld,
  play: PlayWorld,
  commerce: CommerceWorld,
};

export function createWorld(name: WorldName, options: WorldOptions): World {
  return new worlds[name](options);
}
