/** Coefficients of Lanczos' series for g = 607 ÷ 128 (P. Godfrey, 2001). */
const coefficients = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const g = 607 / 128;

/** log Γ(x) for x > 0 to about 1e-15 relative (Lanczos 1964). */
export function logGamma(x: number): number {
  const shifted = x + g + 0.5;
  let series = coefficients[0]!;
  for (let k = 1; k < coefficients.length; k++) {
    series += coefficients[k]! / (x + k);
  }
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / x);
}
