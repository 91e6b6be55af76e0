/** Figures in words, the same on the terminal and in the document. */

/** @param {number} ms */
export function duration(ms) {
  if (ms < 1) return `${(ms * 1000).toFixed(1)} µs`;
  if (ms < 10_000) return `${ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0)} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {number} number how many times as much */
export function ratio(number) {
  return `${number < 0.1 ? number.toPrecision(2) : number.toFixed(number < 10 ? 2 : 0)}×`;
}

/** @param {number} bytes */
export function mib(bytes) {
  const size = bytes / 1024 / 1024;
  return `${size.toFixed(size < 10 ? 1 : 0)} MiB`;
}

/** @param {number} number */
export function count(number) {
  return number.toLocaleString('en');
}
