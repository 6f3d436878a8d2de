import { measureOurs } from './ours';
import { measurePeer } from './peer';

Object.assign(window, { measureOurs, measurePeer });
