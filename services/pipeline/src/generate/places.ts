/** A place with a weight, degrees north and east. */
export interface Place {
  name: string;
  country: string;
  lat: number;
  lon: number;
  weight: number;
}

/** Provinces and metropolitan cities with their share of Korea's residents (percent, rounded from the 2024 register). */
export const regions: readonly Place[] = [
  { name: 'Gyeonggi', country: 'KR', lat: 37.2636, lon: 127.0286, weight: 26.7 },
  { name: 'Seoul', country: 'KR', lat: 37.5665, lon: 126.978, weight: 18.2 },
  { name: 'Busan', country: 'KR', lat: 35.1796, lon: 129.0756, weight: 6.4 },
  { name: 'Gyeongnam', country: 'KR', lat: 35.228, lon: 128.6811, weight: 6.3 },
  { name: 'Incheon', country: 'KR', lat: 37.4563, lon: 126.7052, weight: 5.9 },
  { name: 'Gyeongbuk', country: 'KR', lat: 36.019, lon: 129.3435, weight: 4.9 },
  { name: 'Daegu', country: 'KR', lat: 35.8714, lon: 128.6014, weight: 4.6 },
  { name: 'Chungnam', country: 'KR', lat: 36.8151, lon: 127.1139, weight: 4.2 },
  { name: 'Jeonnam', country: 'KR', lat: 34.7604, lon: 127.6622, weight: 3.5 },
  { name: 'Jeonbuk', country: 'KR', lat: 35.8242, lon: 127.148, weight: 3.4 },
  { name: 'Chungbuk', country: 'KR', lat: 36.6424, lon: 127.489, weight: 3.1 },
  { name: 'Gangwon', country: 'KR', lat: 37.3422, lon: 127.9202, weight: 3.0 },
  { name: 'Daejeon', country: 'KR', lat: 36.3504, lon: 127.3845, weight: 2.8 },
  { name: 'Gwangju', country: 'KR', lat: 35.1595, lon: 126.8526, weight: 2.7 },
  { name: 'Ulsan', country: 'KR', lat: 35.5384, lon: 129.3114, weight: 2.2 },
  { name: 'Jeju', country: 'KR', lat: 33.4996, lon: 126.5312, weight: 1.3 },
  { name: 'Sejong', country: 'KR', lat: 36.48, lon: 127.289, weight: 0.8 },
];

/** Where customers spend a holiday abroad. */
export const tripPlaces: readonly Place[] = [
  { name: 'Osaka', country: 'JP', lat: 34.6937, lon: 135.5023, weight: 26 },
  { name: 'Tokyo', country: 'JP', lat: 35.6762, lon: 139.6503, weight: 22 },
  { name: 'Da Nang', country: 'VN', lat: 16.0544, lon: 108.2022, weight: 18 },
  { name: 'Bangkok', country: 'TH', lat: 13.7563, lon: 100.5018, weight: 12 },
  { name: 'Cebu', country: 'PH', lat: 10.3157, lon: 123.8854, weight: 8 },
  { name: 'Los Angeles', country: 'US', lat: 34.0522, lon: -118.2437, weight: 8 },
  { name: 'Sydney', country: 'AU', lat: -33.8688, lon: 151.2093, weight: 3 },
  { name: 'London', country: 'GB', lat: 51.5072, lon: -0.1276, weight: 3 },
];

/** Where the makers of incidents act from. */
export const farPlaces: readonly Place[] = [
  { name: 'São Paulo', country: 'BR', lat: -23.5558, lon: -46.6396, weight: 4 },
  { name: 'Lagos', country: 'NG', lat: 6.5244, lon: 3.3792, weight: 4 },
  { name: 'Bucharest', country: 'RO', lat: 44.4268, lon: 26.1025, weight: 4 },
  { name: 'Moscow', country: 'RU', lat: 55.7558, lon: 37.6173, weight: 3 },
  { name: 'Frankfurt', country: 'DE', lat: 50.1109, lon: 8.6821, weight: 2 },
  { name: 'Los Angeles', country: 'US', lat: 34.0522, lon: -118.2437, weight: 2 },
  { name: 'Manila', country: 'PH', lat: 14.5995, lon: 120.9842, weight: 2 },
];

export const weightsOf = (places: readonly Place[]): Float64Array => Float64Array.from(places, (place) => place.weight);

/** Degrees to four decimals, about ten metres. */
export function degrees(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
