import { Random } from '@spendscope/analytics';
import { incidentShare, meanIncidentRows, planIncidents, type IncidentPlan } from '../incidents';
import { drawNetwork } from '../networks';
import { drawResidence, type Residence } from '../residence';
import { streamOf } from '../streams';
import type { WorldOptions } from '../world';
import { leavingCauses, styleNames, styles, type Style, type StyleName } from './styles';

/** All that stays the same about a player; drawn from the seed and the index alone. */
export interface PlayProfile {
  playerId: string;
  styleName: StyleName;
  style: Style;
  age: number;
  sex: 'female' | 'male';
  home: Residence;
  awayNetworks: string[];
  client: 'web' | 'app';
  weight: number;
  /** factor on stakes */
  stake: number;
  from: number;
  to: number;
  leavingCause?: string;
  incidents: IncidentPlan[];
}

const daySeconds = 86_400;

export function playProfile(index: number, options: WorldOptions): PlayProfile {
  const random = new Random(options.seed, streamOf(index, 'profile'));
  // By turns rather than drawn: the styles are in equal quarters at any number of users that is a multiple of four.
  const styleName = styleNames[index % styleNames.length]!;
  const style: Style = styles[styleName];
  const end = Math.floor(options.end.getTime() / 1000);
  const length = options.days * daySeconds;
  const leaves = random.chance(0.2);
  const from = end - Math.floor(Math.min(1, random.between(0.2, 1.6)) * length);
  const to = leaves ? from + Math.floor((end - from) * random.between(0.3, 0.8)) : end;
  const rate = (style.loose ? 1.8 : 0.5) * random.logNormal(1, 0.4);
  return {
    playerId: `P${String(index + 1).padStart(8, '0')}`,
    styleName,
    style,
    age: 19 + Math.min(60, Math.floor(14 * random.exponential())),
    sex: random.chance(0.28) ? 'female' : 'male',
    home: drawResidence(random),
    awayNetworks: Array.from({ length: style.networks }, () => drawNetwork(random, 'KR-mobile')),
    client: random.chance(0.5) ? 'web' : 'app',
    weight: (rate * (to - from)) / length,
    stake: random.logNormal(1, 0.3),
    from,
    to,
    leavingCause: leaves ? random.pick(leavingCauses) : undefined,
    incidents: planIncidents(random, (incidentShare * options.transactions) / options.users / meanIncidentRows, {
      from,
      to,
      end,
    }),
  };
}
