/** What the shop sells: departments and categories with their share of orders, median order in KRW and brands. */
export const catalogue = [
  { department: 'mobile', category: 'phones', share: 5, median: 420_000, brands: ['Nari', 'Orbit', 'Pebble'] },
  { department: 'mobile', category: 'accessories', share: 14, median: 18_000, brands: ['Clipit', 'Volt', 'Casely'] },
  { department: 'computing', category: 'laptops', share: 4, median: 890_000, brands: ['Graphite', 'Lumen', 'Onbit'] },
  { department: 'computing', category: 'accessories and parts', share: 10, median: 42_000, brands: ['Keyo', 'Hubbe'] },
  { department: 'fashion', category: 'clothes', share: 16, median: 39_000, brands: ['Seam', 'Motae', 'Linen & Co.'] },
  { department: 'fashion', category: 'shoes', share: 7, median: 68_000, brands: ['Stride', 'Baram'] },
  { department: 'grocery', category: 'fresh food', share: 19, median: 34_000, brands: ['Farmgate', 'Saebyeok'] },
  {
    department: 'grocery',
    category: 'daily goods',
    share: 15,
    median: 22_000,
    brands: ['Haru', 'Softly', 'Kkaekkeut'],
  },
  { department: 'others', category: 'books and hobby', share: 6, median: 24_000, brands: ['Paperboat', 'Craftly'] },
  { department: 'others', category: 'home', share: 4, median: 75_000, brands: ['Ondol', 'Namu'] },
] as const;

export const departments = ['mobile', 'computing', 'fashion', 'grocery', 'others'] as const;
export const payments = ['debit card', 'credit card', 'e-wallet', 'bank transfer', 'cash on delivery'] as const;
export const loginDevices = ['phone', 'phone', 'phone', 'computer', 'tablet'] as const;
export const maritalStatuses = ['single', 'married', 'married', 'divorced'] as const;
