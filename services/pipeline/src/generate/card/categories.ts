/** A mid category of the card world. Shares and factors are relative: only their ratios count. */
export interface Category {
  large: string;
  mid: string;
  /** share of transactions of an average customer */
  share: number;
  /** KRW; amounts are log-normal */
  medianAmount: number;
  sigma: number;
  /** probability that the purchase is not made in a shop */
  online: number;
  /** factor between 0 and 6 o'clock */
  night: number;
  /** factor on Saturday and Sunday */
  weekend: number;
  /** growth a quarter: 0.05 = 5 % */
  growth: number;
  /** factor by month, January first; 1 where absent */
  months?: readonly number[];
  /** factor in the ten days before Seollal and Chuseok */
  beforeHoliday: number;
  merchants: readonly string[];
}

type Rest = Partial<Pick<Category, 'online' | 'night' | 'weekend' | 'growth' | 'months' | 'beforeHoliday' | 'sigma'>>;

function category(
  large: string,
  mid: string,
  share: number,
  medianAmount: number,
  merchants: readonly string[],
  rest: Rest = {}
): Category {
  const usual = { sigma: 0.6, online: 0.05, night: 0.1, weekend: 1, growth: 0, beforeHoliday: 1 };
  return { large, mid, share, medianAmount, merchants, ...usual, ...rest };
}

const movingSeason = [1.1, 1.4, 1.3, 1, 1, 0.9, 0.8, 0.9, 1.2, 1.2, 1, 0.9];
const hotSeason = [0.8, 0.8, 0.9, 1, 1.3, 1.8, 1.9, 1.3, 0.8, 0.8, 1, 1.1];
const holidaySeason = [1.1, 0.9, 0.8, 0.9, 1.1, 1.2, 1.9, 2.1, 1, 1.1, 0.9, 1.2];
const schoolSeason = [1.2, 2, 2.1, 0.9, 0.8, 0.8, 1.1, 1.7, 1.3, 0.8, 0.8, 0.9];
const giftSeason = [0.9, 0.9, 0.9, 1, 1.3, 0.9, 0.9, 0.9, 1.1, 1.1, 1.4, 1.5];

/** Travel, digital services and delivery grow; department stores, car fuel and cinema shrink. */
export const categories: readonly Category[] = [
  category('home', 'furniture', 0.6, 240_000, ['Namu Living', 'Oak & Ondol', 'Haus Seoul', 'Bogeum Furniture'], {
    months: movingSeason,
    sigma: 0.8,
    online: 0.35,
  }),
  category('home', 'appliances', 0.7, 320_000, ['Haru Electronics', 'Plugtown', 'Bada Digital', 'Onda Appliances'], {
    months: hotSeason,
    sigma: 0.8,
    online: 0.4,
  }),
  category('home', 'kitchen', 1.2, 52_000, ['Sot & Pan', 'Jip Kitchen', 'Kkini Tools', 'Table Dear'], {
    online: 0.5,
    beforeHoliday: 1.4,
  }),
  category('food', 'restaurant', 17, 28_000, ['Bapsang', 'Gukbap Alley', 'Noodle Hanok', 'Sunny Grill', 'Table 12', 'Haenyeo Kitchen', 'Olive Corner', 'Maru Sikdang'], { night: 0.3, weekend: 1.25 }), // prettier-ignore
  category('food', 'cafe', 15, 7_500, ['Morning Cup', 'Bean Garden', 'Café Dotori', 'Slow Drip', 'Moon Bakery', 'Roast 37'], { sigma: 0.4, weekend: 1.1 }), // prettier-ignore
  category('food', 'delivery', 8, 24_000, ['Quick Bap', 'Dalbit Delivery', 'Yasik Express', 'Home Table'], {
    online: 1,
    night: 0.7,
    weekend: 1.3,
    growth: 0.03,
  }),
  category('food', 'convenience store', 14, 6_200, ['Corner 24', 'Dari Mart', 'Every Stop', 'Nuri Store'], {
    sigma: 0.5,
    night: 0.8,
  }),
  category('hypermarket', 'hypermarket', 6, 62_000, ['Big Basket', 'Harvest Hyper', 'Hanaro Plaza', 'Mega Jang'], {
    weekend: 1.7,
    beforeHoliday: 1.8,
    online: 0.15,
  }),
  category('hypermarket', 'supermarket', 7, 24_000, ['Dongne Super', 'Fresh Lane', 'Green Jang', 'Daily Harvest'], {
    beforeHoliday: 1.4,
    online: 0.1,
  }),
  category('shopping', 'online mall', 11, 36_000, ['Clickmall', 'Bogo Mall', 'Todaybox', 'Nadeul Shop', 'Jangbaguni'], {
    online: 1,
    night: 0.6,
    sigma: 0.8,
    growth: 0.04,
    months: giftSeason,
  }),
  category('shopping', 'department store', 2.4, 130_000, ['Lumière Hall', 'Crown Plaza', 'Arcadia Dept.'], {
    sigma: 0.8,
    weekend: 1.6,
    growth: -0.07,
    beforeHoliday: 1.9,
    months: giftSeason,
  }),
  category('shopping', 'fashion', 3.2, 68_000, ['Raw Thread', 'Studio Goyo', 'Wear Today', 'Moksu Shoes'], {
    weekend: 1.4,
    online: 0.45,
    sigma: 0.7,
    months: [0.9, 0.9, 1.2, 1.2, 1.1, 0.9, 0.8, 0.8, 1.2, 1.3, 1.2, 1],
  }),
  category('shopping', 'cosmetics', 2.4, 38_000, ['Skin Seon', 'Pure Dew', 'Olle Beauty'], {
    online: 0.4,
    weekend: 1.2,
  }),
  category('travel', 'airline', 0.5, 310_000, ['Blue Wing Air', 'Jejun Air', 'Hanbit Airlines'], {
    online: 0.95,
    night: 0.5,
    growth: 0.06,
    months: holidaySeason,
  }),
  category('travel', 'lodging', 0.9, 145_000, ['Stay Onda', 'Hotel Bada', 'Pine Pension', 'City Inn'], {
    online: 0.7,
    growth: 0.06,
    weekend: 1.5,
    months: holidaySeason,
  }),
  category('travel', 'duty free', 0.3, 180_000, ['Sky Duty Free', 'Gateway Duty Free'], {
    growth: 0.05,
    sigma: 0.8,
    months: holidaySeason,
  }),
  category('entertainment', 'digital services', 4, 13_900, ['Streamly', 'Mellow Music', 'Cloudbox', 'Webtoonia'], {
    online: 1,
    night: 1,
    sigma: 0.3,
    growth: 0.08,
  }),
  category('entertainment', 'games', 1.6, 19_000, ['Pixel Forge', 'Dungeon Mate', 'Arcade One'], {
    online: 1,
    night: 1.3,
    sigma: 0.8,
    growth: 0.04,
  }),
  category('entertainment', 'cinema and shows', 1.5, 31_000, ['Star Cinema', 'Cine Hanok', 'Stage Arts'], {
    weekend: 2.2,
    online: 0.6,
    growth: -0.04,
  }),
  category('entertainment', 'golf', 0.5, 160_000, ['Green Valley CC', 'Screen Golf Zone'], {
    weekend: 1.6,
    sigma: 0.5,
  }),
  category('education', 'academy', 1, 280_000, ['Barun Academy', 'Soomath', 'English Tree', 'Nuri Arts School'], {
    sigma: 0.35,
    weekend: 0.5,
    months: schoolSeason,
  }),
  category('education', 'books and stationery', 1.2, 27_000, ['Paper House', 'Chaekbang', 'Pencil & Co.'], {
    online: 0.5,
    months: schoolSeason,
  }),
  category('education', 'online course', 0.5, 88_000, ['Classy', 'Lecture On', 'Baeum Lab'], {
    online: 1,
    night: 0.5,
    growth: 0.05,
  }),
  category('transport', 'fuel', 5, 58_000, ['Hangang Oil', 'Best Fuel', 'K-Station', 'Echo Energy'], {
    sigma: 0.35,
    night: 0.3,
    growth: -0.03,
  }),
  category('transport', 'public transport', 6, 3_200, ['Metro Pass', 'Express Bus', 'Saebit Rail'], {
    sigma: 0.7,
    weekend: 0.6,
  }),
  category('transport', 'taxi', 3, 11_500, ['Call Taxi', 'Ride Hana'], { online: 0.8, night: 2.2, sigma: 0.45 }),
  category('transport', 'car care', 0.5, 95_000, ['Motor Clinic', 'Tire Land', 'Wash Point'], { sigma: 0.7 }),
  category('health', 'clinic', 2.4, 21_000, ['Yeonse-ro Clinic', 'Smile Dental', 'Eye Bright'], {
    sigma: 0.9,
    weekend: 0.5,
    night: 0.05,
  }),
  category('health', 'pharmacy', 2.6, 9_800, ['Onnuri Yakguk', 'Green Pharmacy'], { sigma: 0.5 }),
  category('utilities', 'telecom', 1.6, 62_000, ['T-Line', 'U-Wave', 'K-Mobile'], { online: 1, sigma: 0.3 }),
  category('utilities', 'energy and insurance', 1.8, 84_000, ['City Gas', 'Han Power', 'Safe Insurance'], {
    online: 1,
    sigma: 0.5,
  }),
];

export const categoryIndex = (mid: string): number => categories.findIndex((item) => item.mid === mid);
